package liaison.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RecurrencesTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Recurrences recurrences = new Recurrences(now::get);
    private final List<String> lines = new ArrayList<>();

    @Test
    void happened_isSaidAtOnceAndThenOnceAMinuteWithHowOften() {
        happens("a", 1);
        assertThat(lines).containsExactly("a");
        for (int second = 0; second < 59; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            happens("a", 2);
        }
        assertThat(lines).hasSize(1);
        happens("b", 1);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        happens("a", 1);
        assertThat(lines).containsExactly("a", "b", "a (119 times since this was last said)");
        now.addAndGet(Duration.ofHours(1).toNanos());
        happens("a", 1);
        assertThat(lines).endsWith("a");
    }

    private void happens(String what, int times) {
        for (int i = 0; i < times; i++) {
            recurrences.happened(what, often -> lines.add(what + often));
        }
    }
}
