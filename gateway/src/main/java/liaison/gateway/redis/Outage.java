package liaison.gateway.redis;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Does without Redis while it is gone: a failed call is followed by a second in which nobody waits for another one. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration REST = Duration.ofSeconds(1);
    /** The pool of connections spins where more want one than it has, and then starves virtual threads: so few at once reach it. */
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_MILLIS = 500;

    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final Semaphore gate = new Semaphore(AT_ONCE, true);
    private final String meanwhile;
    private final Recurrences failures = new Recurrences();

    /** Says in the log what holds meanwhile. */
    Outage(String meanwhile) {
        this.meanwhile = meanwhile;
    }

    <T> T attempt(Supplier<T> call, Supplier<T> alone) {
        if (isResting() || !enters()) {
            return alone.get();
        }
        try {
            return isResting() ? alone.get() : call.get();
        } catch (JedisException failure) {
            restUntil.set(System.nanoTime() + REST.toNanos());
            failures.happened(meanwhile,
                    often -> LOG.warn("Redis does not answer, {}: {}{}", meanwhile, failure.getClass().getName(), often));
            return alone.get();
        } finally {
            gate.release();
        }
    }

    private boolean isResting() {
        return System.nanoTime() - restUntil.get() < 0;
    }

    private boolean enters() {
        try {
            return gate.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
