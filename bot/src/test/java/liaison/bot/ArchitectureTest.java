package liaison.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import liaison.bot.testing.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    /** Each sees what stands after it, never what stands beside or before it. */
    private static final List<Set<String>> ORDER = List.of(
            Set.of("rules"),
            Set.of("dialog"),
            Set.of("understanding"),
            Set.of("desk"),
            Set.of("request", "visit"),
            Set.of("notice"),
            Set.of("calendar", "people"),
            Set.of("message", "text"));

    private static final int AREAS = 4;

    private final HouseRules rules = new HouseRules("liaison.bot");

    @Test
    void module_keepsTheHouseRules() {
        rules.check();
    }

    @Test
    void packages_lookOnlyDown() {
        rules.checkImports(
                "look only down, rules → dialog → understanding → desk → request, visit → notice → calendar, people → message, text",
                (from, to) -> from.equals("memory") || (!to.equals("memory") && position(from) < position(to)));
    }

    @Test
    void module_knowsNoFrameworkAndNoStore() {
        rules.check(noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "org.springframework..", "io.netty..", "redis..", "org.quartz..", "java.sql..", "javax.sql..", "java.net.http.."));
    }

    @Test
    void module_readsNoClockOfItsOwn() {
        rules.check(noClasses().should().callMethodWhere(asksTheTimeUnasked()).because("time is read from an injected Clock"));
    }

    /** A package that is not named above is a further area beside request. */
    private static int position(String area) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).contains(area)) {
                return i;
            }
        }
        return AREAS;
    }

    private static DescribedPredicate<JavaMethodCall> asksTheTimeUnasked() {
        return DescribedPredicate.describe("reads the system's clock", call -> switch (call.getName()) {
            case "now" -> call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> call.getTargetOwner().isEquivalentTo(System.class);
            case "systemUTC", "systemDefaultZone", "system" -> call.getTargetOwner().isEquivalentTo(Clock.class);
            default -> false;
        });
    }
}
