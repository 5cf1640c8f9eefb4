package liaison.bot.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/** The rules of architecture that hold in every module; each module's ArchitectureTest runs them over its own classes. */
public final class HouseRules {
    private static final String FORBIDDEN_NAMES = "(.*(Impl|Base|Manager|Helper|Utils?|Service|Data|Info|Processor))|((Abstract|Base|Default)[A-Z].*)|(I[A-Z][a-z].*)";

    private static final String FORBIDDEN_PACKAGES = ".*\\.(utils?|commons?|helpers?|impl|services?|models?|dtos?|configs?)";

    private final String base;
    private final JavaClasses main;

    /** Rules over the main classes of one module, such as {@code liaison.bot}. */
    public HouseRules(String base) {
        this.base = base;
        main = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(base);
    }

    /** All that every module promises. */
    public void check() {
        check(slices().matching(base + ".(*)..").should().beFreeOfCycles());
        check(classes().should(bePlacedTwoLevelsDown()));
        check(noClasses().that().areNotAnonymousClasses().should().haveNameMatching("(.*[.$])?(" + FORBIDDEN_NAMES + ")"));
        check(noClasses().that().resideOutsideOfPackage("liaison.bot.rules").should().dependOnClassesThat().resideInAPackage("org.yaml.."));
        onlyIn("liaison.gateway..", "Handler");
        onlyIn("liaison.gateway..", "Codec");
        onlyIn("liaison.scheduler..", "Job");
        noClasses().should().callMethodWhere(sleeps()).because("time moves by hand, and waiting is bounded by what is waited for")
                .allowEmptyShould(true).check(new ClassFileImporter().importPackages(base));
    }

    /** One more rule over the same classes; it holds, too, while there are none. */
    public void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(main);
    }

    /** Between packages of this module, by their names below the base ("" is the base itself), only what is allowed. */
    public void checkImports(String rule, BiPredicate<String, String> allowed) {
        check(classes().should(new ArchCondition<JavaClass>(rule) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(target) && !allowed.test(area(origin), area(target)) && !area(origin).equals(area(target))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        }));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    private String area(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(base) ? "" : name.substring(base.length() + 1);
    }

    private void onlyIn(String packages, String suffix) {
        check(noClasses().that().resideOutsideOfPackage(packages).should().haveSimpleNameEndingWith(suffix));
    }

    private ArchCondition<JavaClass> bePlacedTwoLevelsDown() {
        return new ArchCondition<>("stand at most two levels below the base package, in a package named for what it is about") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (area(type).contains(".") || type.getPackageName().matches(FORBIDDEN_PACKAGES)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in the wrong place"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> sleeps() {
        return DescribedPredicate.describe("sleeps", call -> call.getName().equals("sleep")
                && (call.getTargetOwner().isAssignableTo(Thread.class) || call.getTargetOwner().isEquivalentTo(TimeUnit.class)));
    }
}
