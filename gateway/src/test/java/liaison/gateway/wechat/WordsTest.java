package liaison.gateway.wechat;

import static liaison.gateway.wechat.RecordingInbox.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import liaison.bot.message.OutboundMessage.Choice;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private final Words words = new Words();

    @Test
    void of_shortTextIsItself() {
        assertThat(words.of(say(" 已登记。\n"))).isEqualTo("已登记。");
        assertThat(words.of(say("\u0001 "))).isEmpty();
        assertThat(words.notFiled()).isEqualTo("尚未登记，请稍后重发");
    }

    @Test
    void of_longTextIsCutBetweenCharacters() {
        for (String filler : new String[]{"", "x", "xx", "xxx"}) {
            String cut = words.of(say(filler + "\uD83D\uDE00".repeat(600)));
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(2044, 2048);
            assertThat(cut).endsWith("\uD83D\uDE00…");
        }
        assertThat(words.of(say("x".repeat(2048)))).hasSize(2048);
        assertThat(words.of(say("x".repeat(2049)))).hasSize(2046).endsWith("…");
    }

    @Test
    void below_saysWhatAnAnswerIsForWhereItsWordsDoNot() {
        assertThat(words.below(List.of(new Choice("接办 LZ1", "接办"), new Choice("LZ1", "查看")))).isEqualTo("回复 接办 LZ1 / LZ1（查看）");
    }

    @Test
    void of_choicesAreANumberedListBelow() {
        Choice[] choices = {new Choice("12月1日", "12月1日 09:00"), new Choice("修改", "修改")};
        assertThat(words.of(say("哪一天？", choices))).isEqualTo("哪一天？\n请回复数字：\n1. 12月1日 09:00\n2. 修改");
        String cut = words.of(say("长".repeat(2000), choices));
        assertThat(cut).endsWith("…\n请回复数字：\n1. 12月1日 09:00\n2. 修改");
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
    }
}
