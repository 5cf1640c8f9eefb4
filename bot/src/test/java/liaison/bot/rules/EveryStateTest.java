package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import liaison.bot.dialog.RuleBook;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In every state that the conversations lead to, whoever talks: nothing that is sent fails, or takes more than its length. */
final class EveryStateTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final List<String> ROLES = List.of("resident", "deputy", "clerk");
    private static final List<String> ODD = List.of("。", "，", "！！！", "、、", "？？", "……", "～", "：", "；；", "（）", "【", "“”", "-", "—", "/", "\\",
            "+1", ".",
            "", " ", "\u3000", "\n", "\t ", "\u200b", "\u200d\u2060", "\u202e", "\ud83d", "😀", "👍🏻", "🙏🙏", "❤", "a", "Z", "x y", "0",
            "7", "88", "1 2", "①",
            "一", "啊", "不", "是", "改", "把", "再", "不是", "不是，", "，不是", "改成", "改成。", "地点", "地点，", "。地点", "时间：", "电话", "改地点。，", "不要改成", "不是是",
            "说错了。", "加上",
            "，，改一项，，", "不是。是。", "。。改成。。", "第", "LZ", "lz-1", "@", "#", "&lt;", "null", "\u0000");
    /** The words by which something is put right, and others, over and over. */
    private static final List<String> REPEATED = List.of("啊", "再", "是", "不是", "改成", "。", "我的", "说错了，", "3号楼");
    private static final int LENGTH = 4_000;
    /** The square of it took three seconds for the least of them, and ninety for the worst. */
    private static final Duration LINEAR = Duration.ofSeconds(2);

    /** The lines of a conversation up to one, which lead to a state. */
    private record Way(Script script, int lines, String who) {
        Stage go() {
            var stage = new Stage(BOOK);
            script.lines().subList(0, lines).forEach(line -> ConversationsTest.play(script, stage, line));
            return stage;
        }
    }

    private static final Map<String, Way> WAYS = ways();

    private static Map<String, Way> ways() {
        var ways = new TreeMap<String, Way>();
        for (var script : Script.all()) {
            var stage = new Stage(BOOK);
            for (int i = 0; i < script.lines().size(); i++) {
                var line = script.lines().get(i);
                ConversationsTest.play(script, stage, line);
                int lines = i + 1;
                ROLES.stream().filter(line::containsKey).forEach(who -> ways.merge(who + ' ' + stage.state, new Way(script, lines, who),
                        (one, other) -> one.lines <= other.lines ? one : other));
            }
        }
        return ways;
    }

    @TestFactory
    Stream<DynamicTest> says_nothingFails() {
        return each((state, way) -> ODD.forEach(odd -> {
            var stage = way.go();
            stage.says(way.who, odd);
            assertThat(stage.effects.shelf()).as("%s: '%s'", state, odd).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> says_takesLinearTime() {
        return each((state, way) -> REPEATED.forEach(word -> {
            var stage = way.go();
            String text = word.repeat(LENGTH / word.length());
            assertThat(Effort.of(() -> stage.says(way.who, text))).as("%s: '%s'", state, word).isLessThan(LINEAR);
            assertThat(stage.effects.shelf()).as("%s: '%s'", state, word).isEmpty();
        }));
    }

    private interface Played {
        void in(String state, Way way);
    }

    private static Stream<DynamicTest> each(Played played) {
        return WAYS.entrySet().stream().map(way -> DynamicTest.dynamicTest(way.getKey(), () -> played.in(way.getKey(), way.getValue())));
    }
}
