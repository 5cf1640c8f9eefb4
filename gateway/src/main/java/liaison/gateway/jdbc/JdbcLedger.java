package liaison.gateway.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.dialog.Journal;
import liaison.bot.dialog.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of PostgreSQL at the isolation its connections come with, READ COMMITTED; whatever of this package runs within one takes part in it. */
public final class JdbcLedger implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLedger.class);
    private static final int MOST_RUNS = 8;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final JdbcJournal journal;
    private final JdbcEffects effects;

    public JdbcLedger(DataSource source, PlatformTransactionManager manager, JdbcJournal journal, JdbcEffects effects) {
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(manager);
        this.journal = journal;
        this.effects = effects;
    }

    @Override
    public boolean store(List<Journal.Row> rows, List<Effects.Row> their, Collection<Told> told) {
        var writes = new Writes();
        journal.append(rows, writes);
        effects.write(their, told, writes);
        try {
            boolean stored = writes.runWhole(jdbc);
            if (stored) {
                effects.committed(their);
            }
            return stored;
        } catch (DataAccessException failure) {
            LOG.debug("rows that could not be stored at once are stored step by step: {}", failure.getClass().getName());
            return false;
        }
    }

    @Override
    public <T> T transact(Supplier<T> work) {
        for (int run = 1;; run++) {
            try {
                return once(work);
            } catch (CannotCreateTransactionException unreachable) {
                throw new LedgerUnavailable(unreachable);
            } catch (DataAccessException | TransactionException failure) {
                switch (Verdict.of(failure)) {
                    case AGAIN -> {
                        if (run == MOST_RUNS) {
                            throw new LedgerUnavailable(failure);
                        }
                    }
                    case UNAVAILABLE -> throw new LedgerUnavailable(failure);
                    case REFUSED -> {
                        LOG.warn("rows are refused by the ledger, SQL state {}", Verdict.state(failure));
                        throw new RowRefused(failure);
                    }
                }
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("work without a result");
        }
        return result;
    }

    /** What an SQL state means for the work: classes 08, 25006, 53, 57 and 58 of PostgreSQL's table say nothing about the rows. */
    private enum Verdict {
        AGAIN, UNAVAILABLE, REFUSED;

        static Verdict of(Throwable failure) {
            String state = state(failure);
            if (state.equals("40P01") || state.equals("40001")) {
                return AGAIN;
            }
            if (state.equals("57014") || state.startsWith("53") || state.startsWith("58") || state.equals("25006")) {
                return UNAVAILABLE;
            }
            // the commit's end may be unknown; the journal tells it to the next run
            return state.isEmpty() || state.startsWith("08") || state.startsWith("57P0") ? AGAIN : REFUSED;
        }

        private static String state(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                    return sql.getSQLState();
                }
            }
            return "";
        }
    }
}
