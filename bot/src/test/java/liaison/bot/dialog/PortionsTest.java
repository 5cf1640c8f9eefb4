package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.message.OutboundMessage.Choice;
import org.junit.jupiter.api.Test;

final class PortionsTest {
    private static final List<Choice> CHOICES = List.of(new Choice("确认", "没问题，提交"), new Choice("修改", "改一项"));

    @Test
    void of_whatFitsStaysWhole() {
        var reply = new Reply("长".repeat(600), CHOICES, "", "");
        assertThat(Portions.of(reply)).isEqualTo(Portions.whole(reply));
        assertThat(Portions.of(Reply.of("x".repeat(2048))).rest()).isEmpty();
        assertThat(Portions.of(Reply.of("x".repeat(2049))).rest()).containsExactly("x");
    }

    @Test
    void of_nothingIsLostAndNoCharacterIsBroken() {
        // a family is one character of many code points, a rare one has four bytes, an accent belongs to its letter
        String characters = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD842\uDFB7e\u0301字";
        for (int shift = 0; shift < 20; shift++) {
            String text = "x".repeat(shift) + characters.repeat(250);
            var all = all(Portions.of(Reply.of(text)));
            assertThat(String.join("", all)).isEqualTo(text);
            assertThat(all).allMatch(one -> one.getBytes(StandardCharsets.UTF_8).length <= 2048)
                    .noneMatch(one -> one.startsWith("\u200D") || one.startsWith("\u0301") || one.endsWith("\u200D"));
        }
    }

    @Test
    void of_linesStayTogetherAndChoicesComeLast() {
        String line = "行".repeat(50) + "\n";
        var portions = Portions.of(new Reply(line.repeat(30).strip(), CHOICES, "", ""));
        assertThat(portions.choices()).isEmpty();
        assertThat(portions.rest()).hasSizeGreaterThan(1);
        assertThat(all(portions)).allMatch(one -> (one.length() + 1) % line.length() == 0);
    }

    @Test
    void of_oneEndlessCharacterIsCutAllTheSame() {
        var all = all(Portions.of(Reply.of("e" + "\u0301".repeat(3000))));
        assertThat(all).hasSize(3).allMatch(one -> one.getBytes(StandardCharsets.UTF_8).length <= 2048);
    }

    private static List<String> all(Portions portions) {
        return Stream.concat(Stream.of(portions.first()), portions.rest().stream()).toList();
    }
}
