package liaison.gateway;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the ledger answers. One that hangs is down after two seconds, however long its connections wait. */
final class LedgerHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Executor ASIDE = Thread.ofVirtual().name("ledger-health")::start;

    private final DataSource source;
    private final AtomicReference<CompletableFuture<Boolean>> asked = new AtomicReference<>(CompletableFuture.completedFuture(true));

    LedgerHealth(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        var answer = asked.updateAndGet(last -> last.isDone() ? CompletableFuture.supplyAsync(this::answers, ASIDE) : last);
        try {
            return (answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? Health.up() : Health.down()).build();
        } catch (TimeoutException | ExecutionException unreachable) {
            return Health.down().build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    private boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
