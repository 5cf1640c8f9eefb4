package liaison.bot.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.RuleBook;

/** Runs the examples that stand in rule files: what is said, and as what it must be understood. */
final class Examples {
    private static final Instant SOME_DAY = Instant.parse("2026-11-23T02:00:00Z");

    private Examples() {
    }

    static void check(Section part, RuleBook book, Faults faults) {
        var explainer = Explainer.ofRulesAlone(book);
        for (var example : part.list()) {
            faults.guarded(() -> check(example, explainer, faults));
        }
    }

    private static void check(Section example, Explainer explainer, Faults faults) {
        var parts = example.map(List.of("say", "intent", "topic", "emergency", "rule"));
        var found = explainer.explain(Section.text(parts, "say", ""), NoDirectory.INSTANCE, SOME_DAY);
        var got = Map.of("intent", found.intent(), "topic", found.topic(), "rule", found.rule(), "emergency",
                found.emergency() ? "yes" : "no");
        parts.forEach((name, wanted) -> {
            String is = got.getOrDefault(name, wanted.text());
            if (!is.equals(wanted.text())) {
                faults.add(
                        wanted.file() + ":" + wanted.line() + ": the example's " + name + " is '" + is + "', not '" + wanted.text() + "'");
            }
        });
    }
}
