package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.Test;

/** Whatever the bot offers in a conversation is understood there: by what it sends, by what stands on it, and by its number. */
final class ButtonsTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final Set<String> NOBODY = Set.of("conversation", "later", "missed", "bot", "not", "rule", "choices", "without",
            "labels",
            "card", "left", "whole");

    @Test
    void everyChoiceIsUnderstoodByItsWordsAndByItsNumber() {
        var seen = new HashSet<String>();
        var faults = new ArrayList<String>();
        for (var script : Script.all()) {
            var stage = new Stage(BOOK);
            for (int i = 0; i < script.lines().size(); i++) {
                int last = i;
                play(stage, script.lines().get(i)).filter(answer -> !answer.choices().isEmpty())
                        .filter(answer -> seen.add(stage.rules.getLast() + shape(answer)))
                        .ifPresent(answer -> press(script, last, answer, faults));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Of choices that differ in their days and numbers alone, once is enough. */
    private static String shape(Answer answer) {
        return answer.choices().toString().replaceAll("\\d+", "0");
    }

    private static void press(Script script, int last, Answer offered, List<String> faults) {
        for (int n = 0; n < offered.choices().size(); n++) {
            var choice = offered.choices().get(n);
            var sent = pressed(script, last, choice.send());
            for (String words : List.of(choice.label(), Integer.toString(n + 1))) {
                var pressed = pressed(script, last, words);
                if (!pressed.equals(sent)) {
                    faults.add(script + ": " + words + " → " + pressed + ", but " + choice.send() + " → " + sent);
                }
            }
            if (sent.contains("没有看懂")) {
                faults.add(script + ": " + choice.send() + " → " + sent);
            }
        }
    }

    /** What is answered to some words behind the first lines of a conversation. */
    private static String pressed(Script script, int last, String words) {
        var stage = new Stage(BOOK);
        script.lines().subList(0, last + 1).forEach(line -> play(stage, line));
        return stage.says(who(script.lines().get(last)), words).text();
    }

    private static Optional<Answer> play(Stage stage, Map<String, Object> line) {
        if (line.containsKey("later")) {
            stage.later(String.valueOf(line.get("later")));
            return Optional.empty();
        }
        if (line.containsKey("missed")) {
            stage.missed(String.valueOf(line.get("missed")));
            return Optional.empty();
        }
        return Optional.of(stage.says(who(line), String.valueOf(line.get(who(line)))));
    }

    private static String who(Map<String, Object> line) {
        return line.keySet().stream().filter(name -> !NOBODY.contains(name)).findFirst().orElseThrow();
    }
}
