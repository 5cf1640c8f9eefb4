package liaison.bot.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that moves by hand. */
public final class MutableClock extends Clock {
    private final Time time;
    private final ZoneId zone;

    public MutableClock(Instant now) {
        this(new Time(now), ZoneId.of("Asia/Shanghai"));
    }

    private MutableClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /** Moves on; only one thread moves a clock. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void tick(Duration step) {
        time.now = time.now.plus(step);
    }

    public void set(Instant at) {
        time.now = at;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(time, other);
    }

    @Override
    public Instant instant() {
        return time.now;
    }

    /** Shared by all zones of one clock. */
    private static final class Time {
        private volatile Instant now;

        Time(Instant now) {
            this.now = now;
        }
    }
}
