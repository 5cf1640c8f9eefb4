package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import liaison.bot.calendar.Deadline;
import liaison.bot.dialog.RuleBook;
import liaison.bot.request.ServiceRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conversations of {@code src/test/resources/conversations}, each in a bot of its own. */
final class ConversationsTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);

    @TestFactory
    Stream<DynamicTest> conversations() {
        return Script.all().stream().map(script -> DynamicTest.dynamicTest(script.toString(), () -> play(script)));
    }

    @Test
    void everyRuleIsHitByAConversation() {
        var hit = new TreeSet<String>();
        Script.all().forEach(script -> hit.addAll(play(script)));
        assertThat(BOOK.rules()).filteredOn(rule -> !hit.contains(rule)).isEmpty();
    }

    @Test
    void noTwoConversationsTakeTheSamePath() {
        Map<List<String>, String> paths = new HashMap<>();
        var twins = new ArrayList<String>();
        for (var script : Script.all()) {
            String other = paths.put(play(script), script.toString());
            if (other != null) {
                twins.add(other + " = " + script);
            }
        }
        assertThat(twins).isEmpty();
    }

    private static List<String> play(Script script) {
        var stage = new Stage(BOOK);
        for (var line : script.lines()) {
            play(script, stage, line);
        }
        var filed = script.settings().get("filed");
        if (filed instanceof Map<?, ?> wanted) {
            assertThat(stage.effects.requests()).as("%s: requests", script).isNotEmpty();
            var got = described(stage.effects.requests().getLast());
            wanted.forEach((name, value) -> assertThat(got.get(String.valueOf(name))).as("%s: %s", script, name)
                    .isEqualTo(String.valueOf(value)));
        }
        var count = script.settings().get("requests");
        if (count != null) {
            assertThat(stage.effects.requests()).as("%s: requests", script).hasSize((Integer) count);
        }
        var reminders = script.settings().get("reminders");
        if (reminders != null) {
            assertThat(stage.effects.reminders()).as("%s: reminders", script).hasSize((Integer) reminders);
        }
        var outbox = script.settings().get("outbox");
        if (outbox != null) {
            assertThat(stage.effects.outbox().stream().filter(entry -> !entry.recipient().startsWith("wechat:"))).as("%s: outbox", script)
                    .hasSize((Integer) outbox);
        }
        assertThat(stage.unwritten()).as("%s: no letter", script).isEmpty();
        assertThat(stage.effects.shelf()).as("%s: dead letters", script).isEmpty();
        return stage.rules;
    }

    static void play(Script script, Stage stage, Map<String, Object> line) {
        if (line.containsKey("later")) {
            stage.later(String.valueOf(line.get("later")));
            return;
        }
        if (line.containsKey("missed")) {
            stage.missed(String.valueOf(line.get("missed")));
            return;
        }
        for (String who : Set.of("resident", "neighbour", "deputy", "clerk", "stranger", "member")) {
            if (line.containsKey(who)) {
                var answer = stage.says(who, String.valueOf(line.get(who)));
                String at = script + ": " + line.get(who) + " → " + stage.rules.getLast() + ": " + answer.text();
                Script.texts(line.getOrDefault("bot", List.of())).forEach(part -> assertThat(answer.text()).as(at).contains(part));
                Script.texts(line.getOrDefault("not", List.of())).forEach(part -> assertThat(answer.text()).as(at).doesNotContain(part));
                if (line.containsKey("whole")) {
                    assertThat(answer.text()).as(at).isEqualTo(line.get("whole"));
                }
                if (line.containsKey("labels")) {
                    assertThat(answer.choices().stream().map(choice -> choice.label())).as(at)
                            .containsAll(Script.texts(line.get("labels")));
                }
                if (line.containsKey("card")) {
                    assertThat(answer.card()).as(at).isEqualTo(line.get("card"));
                }
                if (line.containsKey("left")) {
                    assertThat(answer.progress()).as(at).contains(String.valueOf(line.get("left")));
                }
                if (line.containsKey("choices")) {
                    assertThat(answer.choices().stream().map(choice -> choice.send())).as(at)
                            .containsAll(Script.texts(line.get("choices")));
                }
                if (line.containsKey("without")) {
                    assertThat(answer.choices().stream().map(choice -> choice.send())).as(at)
                            .doesNotContainAnyElementsOf(Script.texts(line.get("without")));
                }
                if (line.containsKey("rule")) {
                    assertThat(stage.rules.getLast()).as(at).isEqualTo(line.get("rule"));
                }
            }
        }
    }

    private static Map<String, String> described(ServiceRequest request) {
        var got = new HashMap<>(request.personal());
        got.putAll(Map.of("number", request.number(), "station", request.station(), "deputy", request.deputy(), "unit", request.unit(),
                "topic", request.topic(), "place", request.place(), "status", request.status().code(), "holder", request.holder(),
                "due", Deadline.dayOf(request.due()).toString()));
        got.put("lead", request.lead());
        return got;
    }
}
