package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is sent gets a sensible answer. */
final class BadInputTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final String MENU = "反映问题";
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("5,000 of one letter", "啊".repeat(5_000)),
            Map.entry("5,000 blanks", " ".repeat(5_000)),
            Map.entry("emoji alone", "😀😭🔥".repeat(20)),
            Map.entry("digits alone", "9".repeat(300)),
            Map.entry("a few digits", "38294"),
            Map.entry("signs alone", "！！！？？？。。。"),
            Map.entry("marks that turn the direction", "\u202e\u202d\u200f\u200e\u2066\u2069"),
            Map.entry("marks without a width", "\u200b\u200c\u200d\ufeff\u2060"),
            Map.entry("halves of letters", "\ud83d\ude00\ud83d \ude00"),
            Map.entry("English", "Could you please tell me where the nearest library is?"),
            Map.entry("Russian", "Здравствуйте, где библиотека?"),
            Map.entry("Arabic", "مرحبا أين المكتبة"),
            Map.entry("mixed scripts", "Я abc あいう 한국 กขค 123"),
            Map.entry("piled marks", "z\u0340\u0341\u0342\u0343\u0344a\u0345l\u0346g\u0347o\u0348"),
            Map.entry("control characters", "\u0000\u0001\u001b[31m\r\n\t"));

    @TestFactory
    Stream<DynamicTest> says_oneLineWithTheMenuToWhatIsNoMatter() {
        return TEXTS.entrySet().stream().map(text -> DynamicTest.dynamicTest(text.getKey(), () -> {
            var answer = new Stage(BOOK).says("resident", text.getValue());
            assertThat(answer.text()).isNotBlank().doesNotContain("\n");
            assertThat(answer.choices()).extracting(choice -> choice.send()).contains(MENU);
            assertThat(new Explainer(BOOK).explain(text.getValue(), Town.directory(), Instant.EPOCH).emergency()).isFalse();
        }));
    }

    @Test
    void says_aMatterIsHeardAtTheBeginningOfTwelveThousandLetters() {
        var stage = new Stage(BOOK);
        assertThat(stage.says("resident", "锦绣苑路灯坏了三天。" + "真的很不方便。".repeat(1_700)).text()).contains("请核对", "锦绣苑");
        assertThat(stage.says("resident", "确认").text()).contains("已登记");
        assertThat(stage.effects.requests().getFirst().personal().get("text")).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void says_aCardAtTheEdgeOfWhatIsKeptIsNotKept() {
        var stage = new Stage(BOOK);
        stage.says("resident", "锦绣苑路灯坏了三天" + "啊".repeat(1_980) + "110101199001010010");
        stage.says("resident", "确认");
        assertThat(stage.effects.requests().getFirst().personal().get("text")).doesNotContain("1101");
    }

    @Test
    void says_aMatterBetweenUnseenMarksIsHeard() {
        var stage = new Stage(BOOK);
        stage.says("resident", "\u202e锦\u200b绣苑路\u200d灯坏\ufeff了三天\u202c");
        assertThat(stage.rules).containsExactly("report");
    }

    @Test
    void explain_whatHoldsNoWordsIsOdd() {
        var explainer = new Explainer(BOOK);
        assertThat(Stream.of("😂😂", "12345678", "…", "asdf", "7"))
                .allMatch(text -> explainer.explain(text, Town.directory(), Instant.EPOCH).intent().equals("odd_input"));
    }
}
