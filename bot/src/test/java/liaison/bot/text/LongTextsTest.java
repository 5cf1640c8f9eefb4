package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Half a million characters take the time of half a million, whatever they are: the square would take minutes. */
final class LongTextsTest {
    private static final int LENGTH = 500_000;
    private static final Duration LINEAR = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> shown_takesLinearTime() {
        return Stream
                .of("1", "1 ", "12 ", "138 ", "0731-", "6222 ", "身份证", "湘A", "湘", "一", "电话8222", "138x", "1.", "\u200b1", "😀", "1380000")
                .map(part -> DynamicTest.dynamicTest(part, () -> {
                    String text = part.repeat(LENGTH / part.length());
                    assertThat(Masks.shown(text)).isNotEmpty();
                    assertThat(Effort.of(() -> Masks.shown(text))).isLessThan(LINEAR);
                    assertThat(Effort.of(() -> PlainText.of(text))).isLessThan(LINEAR);
                }));
    }
}
