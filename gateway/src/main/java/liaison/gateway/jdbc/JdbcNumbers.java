package liaison.gateway.jdbc;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import liaison.bot.request.Numbers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes numbers in blocks, each in a transaction of its own, so that batches do not wait for one another's counter. Blocks
 * are small, since what is left of one is lost with its node, and grow while they do not last.
 */
public final class JdbcNumbers implements Numbers {
    private static final int LEAST = 16;
    private static final int MOST = 1_024;
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final String TAKE = """
            insert into number_block (day, last) values (?, ?)
            on conflict (day) do update set last = number_block.last + excluded.last returning last
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private LocalDate day = LocalDate.MIN;
    private int next;
    private int last = -1;
    private int block = LEAST;
    private long taken = System.nanoTime();

    public JdbcNumbers(DataSource source, PlatformTransactionManager manager) {
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(manager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public synchronized String next(LocalDate wanted) {
        if (!wanted.equals(day) || next > last) {
            take(wanted);
        }
        return Numbers.format(day, next++);
    }

    private void take(LocalDate wanted) {
        long now = System.nanoTime();
        block = wanted.equals(day) && now - taken < SHORT.toNanos() ? Math.min(2 * block, MOST) : LEAST;
        taken = now;
        last = Objects.requireNonNull(transaction
                .execute(status -> Objects.requireNonNull(jdbc.queryForObject(TAKE, Integer.class, wanted, block))));
        day = wanted;
        next = last - block + 1;
    }
}
