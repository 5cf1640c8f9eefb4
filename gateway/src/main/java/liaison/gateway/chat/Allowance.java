package liaison.gateway.chat;

import java.time.Duration;
import java.util.function.LongSupplier;

/** So many at once, and one more after each pace. */
final class Allowance {
    private final int most;
    private final long pace;
    private final LongSupplier nanos;
    private long left;
    private long counted;

    Allowance(int most, Duration pace, LongSupplier nanos) {
        this.most = most;
        this.pace = pace.toNanos();
        this.nanos = nanos;
        left = most;
        counted = nanos.getAsLong();
    }

    boolean take() {
        long now = nanos.getAsLong();
        long grown = (now - counted) / pace;
        counted += grown * pace;
        left = Math.min(most, left + grown);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
