package liaison.gateway.jdbc;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.message.Address;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes each kind of effect into its tables: kinds in one order, rows in the order of their addresses, so that no two nodes
 * wait for one another.
 */
public final class JdbcEffects implements Effects {
    private final JdbcTemplate jdbc;
    private final Map<Class<? extends Effect>, BiConsumer<List<Row>, Writes>> tables = new LinkedHashMap<>();
    private final JdbcOutbox outbox;
    private final Runnable fetching;

    /** @param fetching is run after every commit of something that is to be fetched */
    public JdbcEffects(DataSource source, JdbcRequests requests, JdbcVisits visits, JdbcDueReminders reminders, JdbcOutbox outbox,
            JdbcBroadcasts broadcasts, JdbcBindings bindings, JdbcMedia media, Runnable fetching) {
        jdbc = new JdbcTemplate(source);
        this.outbox = outbox;
        this.fetching = fetching;
        var links = new JdbcLinks(source);
        var deadLetters = new JdbcDeadLetters();
        tables.put(Effect.File.class, requests::file);
        tables.put(Effect.Step.class, requests::step);
        tables.put(Effect.Unbook.class, visits::unbook);
        tables.put(Effect.Book.class, visits::book);
        tables.put(Effect.Bind.class, bindings::bind);
        tables.put(Effect.Announce.class, broadcasts::announce);
        tables.put(Effect.Rsvp.class, broadcasts::rsvp);
        tables.put(Effect.Halt.class, broadcasts::halt);
        tables.put(Effect.Drop.class, outbox::drop);
        tables.put(Effect.Remind.class, reminders::remind);
        tables.put(Effect.Tell.class, outbox::tell);
        tables.put(Effect.Fetch.class, media::fetch);
        tables.put(Effect.Attach.class, media::attach);
        tables.put(Effect.Link.class, links::give);
        tables.put(Effect.Belong.class, new JdbcBelonging()::belong);
        tables.put(Effect.Unshown.class, JdbcUnshown::hear);
        tables.put(Effect.Shelve.class, deadLetters::shelve);
    }

    @Override
    public Set<Address> write(List<Row> rows, Collection<Told> told) {
        var writes = new Writes();
        write(rows, told, writes);
        var failed = writes.run(jdbc);
        if (TransactionSynchronizationManager.isSynchronizationActive() && holdsFetches(rows)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    fetching.run();
                }
            });
        }
        return failed;
    }

    /** Rows that were written without a transaction of the driver's are in. */
    void committed(List<Row> rows) {
        if (holdsFetches(rows)) {
            fetching.run();
        }
    }

    private static boolean holdsFetches(List<Row> rows) {
        for (var row : rows) {
            if (row.effect() instanceof Effect.Fetch) {
                return true;
            }
        }
        return false;
    }

    void write(List<Row> rows, Collection<Told> told, Writes writes) {
        var sorted = rows.stream().sorted(Comparator.comparing(Row::address)).toList();
        tables.forEach((kind, table) -> {
            var its = sorted.stream().filter(row -> kind.isInstance(row.effect())).toList();
            if (!its.isEmpty()) {
                table.accept(its, writes);
            }
        });
        if (!told.isEmpty()) {
            outbox.told(told, writes);
        }
    }
}
