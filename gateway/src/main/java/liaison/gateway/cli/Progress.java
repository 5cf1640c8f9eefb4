package liaison.gateway.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far a long piece of work has come, as one line that is redrawn; what takes under a second shows nothing. */
final class Progress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final Clock clock;
    private final Instant started;
    private Instant next;
    private long done;
    private long of;
    private boolean shown;

    /** Of how much, 0 when nobody knows. */
    Progress(PrintStream err, Clock clock, long of) {
        this.err = err;
        this.clock = clock;
        this.of = of;
        started = clock.instant();
        next = started.plus(PATIENCE);
    }

    void reach(long newlyDone) {
        done = newlyDone;
        var now = clock.instant();
        if (!now.isBefore(next)) {
            draw(now);
            next = now.plus(BETWEEN);
        }
    }

    void reach(long newlyDone, long newlyOf) {
        of = newlyOf;
        reach(newlyDone);
    }

    @Override
    public void close() {
        if (shown) {
            draw(clock.instant());
            err.println();
        }
    }

    private void draw(Instant now) {
        long perSecond = done * 1000 / Math.max(1, Duration.between(started, now).toMillis());
        err.print("\r" + (of > 0 ? bar() + " " + done + "/" + of : done) + " (" + perSecond + "/s) ");
        err.flush();
        shown = true;
    }

    private String bar() {
        double share = Math.clamp((double) done / of, 0, 1);
        int full = (int) (share * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + (int) (share * 100) + "%";
    }
}
