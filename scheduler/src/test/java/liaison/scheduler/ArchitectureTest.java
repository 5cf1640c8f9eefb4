package liaison.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import liaison.bot.testing.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private final HouseRules rules = new HouseRules("liaison.scheduler");

    @Test
    void module_keepsTheHouseRules() {
        rules.check();
    }

    @Test
    void module_knowsOnlyQuartzAndTheDomain() {
        rules.check(noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "liaison.gateway..", "liaison.bot.memory..", "org.springframework..", "io.netty..", "redis..", "java.sql..",
                "javax.sql.."));
    }
}
