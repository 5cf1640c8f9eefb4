package liaison.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private Progress progress(long of) {
        return new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), clock, of);
    }

    @Test
    void reach_showsNothingWithinASecond() {
        try (var progress = progress(10)) {
            now = now.plusMillis(999);
            progress.reach(9);
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void reach_drawsABar() {
        try (var progress = progress(10)) {
            now = now.plusSeconds(1);
            progress.reach(5);
            now = now.plusSeconds(1);
            progress.reach(10);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\r[###############---------------] 50% 5/10 (5/s)", "100% 10/10");
    }

    @Test
    void reach_unknownTotalIsACount() {
        try (var progress = progress(0)) {
            now = now.plusSeconds(2);
            progress.reach(5000);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\r5000 (2500/s)").doesNotContain("[");
    }
}
