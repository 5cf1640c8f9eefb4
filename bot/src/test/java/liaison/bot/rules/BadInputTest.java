package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody would write by hand is understood in time, and as nothing dangerous. */
final class BadInputTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));

    static Stream<String> texts() {
        return Stream.of("坏".repeat(5_000), "着火演练".repeat(3_000), "😂".repeat(6_000), "7".repeat(12_000), "a b ".repeat(3_000),
                "\u202e你好\u200b\u200f".repeat(1_000), "有人@电梯".repeat(2_400), "", "\u200b", "^$", "#L4");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void explain_badInputIsAnsweredInTimeAndRaisesNoAlarm(String text) {
        long before = System.nanoTime();
        var found = EXPLAINER.explain(text, Town.directory(), NOW);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(found.emergency()).isFalse();
    }

    @Test
    void explain_whatHoldsNoWordsIsOdd() {
        assertThat(Stream.of("😂😂", "12345678", "…", "asdf", "7")).allMatch(text -> EXPLAINER.explain(text, Town.directory(), NOW).intent()
                .equals("odd_input"));
    }
}
