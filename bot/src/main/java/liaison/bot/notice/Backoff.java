package liaison.bot.notice;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another try: twice as long each time, and somewhere in its second half, so that nodes spread. */
record Backoff(RandomGenerator random) {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofMinutes(10);
    /** Short enough for some repeats while the platform still knows the key. */
    private static final Duration UNCLEAR = Duration.ofMinutes(1);
    private static final Duration BLOCKED = Duration.ofSeconds(20);
    private static final Duration CLOSED = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    /** The other side is busy. */
    Duration busy(int attempts) {
        return spread(FIRST, BUSY, attempts);
    }

    /** No call was made: as long whatever came before. */
    Duration blocked() {
        return spread(BLOCKED, BLOCKED, 1);
    }

    /** Nobody knows whether the last try arrived. */
    Duration unclear(int attempts) {
        return spread(FIRST, UNCLEAR, attempts);
    }

    /** No way is open until the person writes again or is bound. */
    Duration closed(int attempts) {
        return spread(Outbox.UNBOUND, CLOSED, attempts);
    }

    private Duration spread(Duration first, Duration most, int attempts) {
        long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        long full = Math.min(most.toMillis(), doubled);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
