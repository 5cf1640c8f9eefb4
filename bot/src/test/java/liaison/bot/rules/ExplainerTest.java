package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.Explanation;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.Test;

final class ExplainerTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final String CARD = "11010119900101001X";

    private static Explanation explain(String text) {
        return new Explainer(BOOK).explain(text, Town.directory(), Instant.parse("2026-11-23T02:00:00Z"));
    }

    @Test
    void explain_hearsWhatIsFiledOfATextWithACard() {
        for (String text : List.of("锦绣苑4栋路灯坏了三天，身份证" + CARD, "我身份证" + CARD + "，听雨轩电梯坏了三天", "身份证" + CARD + "锦绣苑垃圾堆了三天",
                "锦绣苑工厂冒黑烟三天，卡号6222021234567890128")) {
            var stage = new Stage(BOOK);
            stage.says("resident", text);
            stage.says("resident", "确认");
            var filed = stage.effects.requests().getLast();
            var explained = explain(text);
            assertThat(explained.topic()).as(text).isEqualTo(filed.topic());
            assertThat(explained.place()).as(text).isEqualTo(filed.place());
            assertThat(explained.station()).as(text).isEqualTo(filed.station());
        }
    }

    @Test
    void explain_partsStandWhereTheyWereWritten() {
        String text = "我身份证" + CARD + "，锦绣苑路灯坏了三天，另外听雨轩电梯坏了";
        var parts = explain(text).parts();
        assertThat(parts).hasSize(2);
        assertThat(text.substring(parts.getLast().start(), parts.getLast().end())).contains("听雨轩电梯坏了").doesNotContain(CARD);
    }
}
