package liaison.gateway;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liaison.bot.message.Recurrences;
import liaison.gateway.jdbc.JdbcCallCounts;
import liaison.gateway.redis.RedisQuotas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the counts of today's calls in the ledger every few seconds, and gives them back to a Redis that has begun anew. */
final class CallCounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallCounts.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final RedisQuotas redis;
    private final JdbcCallCounts ledger;
    private final Supplier<LocalDate> today;
    private final Map<String, Map<String, Long>> kept = new HashMap<>();
    private final Recurrences failures = new Recurrences();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("call-counts").factory());

    CallCounts(RedisQuotas redis, JdbcCallCounts ledger, Supplier<LocalDate> today) {
        this.redis = redis;
        this.ledger = ledger;
        this.today = today;
    }

    /** Does so from now on for these accounts. */
    void keep(Supplier<Collection<String>> accounts) {
        var _ = thread.scheduleWithFixedDelay(() -> accounts.get().forEach(this::keep), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void keep(String account) {
        try {
            agree(account);
        } catch (RuntimeException failure) {
            failures.happened("counts", often -> LOG.warn("today's calls are not kept for now: {}{}", failure.getClass().getName(), often));
        }
    }

    synchronized void agree(String account) {
        var day = today.get();
        var counts = redis.agreed(account, day, () -> ledger.of(account, day));
        if (!counts.isEmpty() && !counts.equals(kept.put(account, counts))) {
            ledger.keep(account, day, counts);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        kept.keySet().stream().toList().forEach(this::keep);
    }
}
