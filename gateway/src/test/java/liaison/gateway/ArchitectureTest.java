package liaison.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Set;
import liaison.bot.testing.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final String WIRING = "";

    /** Adapters that are no channel: they have no use for the pipeline every channel stands on. */
    private static final Set<String> BESIDE_CHANNELS = Set.of("netty", "jdbc", "csv", "redis", "seal", "embedded", "console", "cli");

    private final HouseRules rules = new HouseRules("liaison.gateway");

    @Test
    void module_keepsTheHouseRules() {
        rules.check();
    }

    @Test
    void adapters_knowOneAnotherOnlyThroughTheWiring() {
        rules.checkImports("import seal and, when they are channels, netty, but not one another; WeCom speaks what wechat speaks",
                (from, to) -> from.equals(WIRING) || to.equals("seal") || (to.equals("netty") && !BESIDE_CHANNELS.contains(from))
                        || (from.equals("wecom") && to.equals("wechat")));
    }

    @Test
    void adapters_knowOfOurModulesOnlyTheDomain() {
        rules.check(noClasses().that().resideInAPackage("liaison.gateway.*")
                .should().dependOnClassesThat().resideInAPackage("liaison.scheduler.."));
        rules.check(noClasses().that().resideOutsideOfPackages("liaison.gateway", "liaison.gateway.cli")
                .should().dependOnClassesThat().resideInAPackage("liaison.bot.memory"));
    }

    @Test
    void spring_onlyWires() {
        rules.check(noClasses().that().resideOutsideOfPackages("liaison.gateway", "liaison.gateway.console", "liaison.gateway.jdbc")
                .should().dependOnClassesThat().resideInAPackage("org.springframework.."));
        rules.check(noClasses().that().resideInAPackage("liaison.gateway.jdbc").should().dependOnClassesThat(
                resideInAPackage("org.springframework..")
                        .and(resideOutsideOfPackages(
                                "org.springframework.jdbc..", "org.springframework.dao..",
                                "org.springframework.transaction", "org.springframework.transaction.support"))));
    }

    @Test
    void console_holdsNoSql() {
        rules.check(noClasses().that().resideInAPackage("liaison.gateway.console")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."));
    }
}
