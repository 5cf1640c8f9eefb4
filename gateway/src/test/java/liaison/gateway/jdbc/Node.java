package liaison.gateway.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Dialogs;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Seals;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Directory;
import liaison.gateway.testing.TestStores.Database;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The adapters of one node over a test database, as the wiring makes them. */
public final class Node implements AutoCloseable {
    private static final Directory NOBODY = new MemoryDirectory(List.of());

    public final HikariDataSource source;
    public final JdbcRequests requests;
    public final JdbcVisits visits;
    public final JdbcOutbox outbox;
    public final JdbcDueReminders reminders;
    public final JdbcBroadcasts broadcasts;
    public final JdbcBindings bindings;
    public final JdbcMedia media;
    /** How often something was committed that is to be fetched. */
    public final AtomicInteger wakes = new AtomicInteger();
    public final Parts parts;

    public Node(Database database, Seals seals, Dialogs dialogs, Books books, Clock clock) {
        this(database, seals, dialogs, books, NOBODY, clock);
    }

    public Node(Database database, Seals seals, Dialogs dialogs, Books books, Directory directory, Clock clock) {
        source = new HikariDataSource(LedgerPool.of(database.url(), database.username(), database.password(), 6));
        var transactions = new JdbcTransactionManager(source);
        requests = new JdbcRequests(source, seals);
        visits = new JdbcVisits(source, seals);
        outbox = new JdbcOutbox(source, seals);
        reminders = new JdbcDueReminders(source);
        broadcasts = new JdbcBroadcasts(source, outbox, seals);
        bindings = new JdbcBindings(source, seals);
        var journal = new JdbcJournal(source);
        media = new JdbcMedia(source, transactions, outbox, seals);
        var effects = new JdbcEffects(source, requests, visits, reminders, outbox, broadcasts, bindings, media, wakes::incrementAndGet);
        parts = new Parts(new JdbcLedger(source, transactions, journal, effects), journal, dialogs,
                new JdbcFacts(requests, visits, broadcasts, bindings, new JdbcCalls(source, new JournalTranscript(journal, seals)),
                        new JdbcMisses(source, broadcasts, Scopes.NONE, () -> directory), media, () -> directory),
                effects, seals,
                new JdbcNumbers(source, transactions), books, () -> directory, clock);
    }

    /** The adapter of effects, over tables that it shares with whoever else writes to them. */
    static JdbcEffects effects(DataSource source, Seals seals) {
        return effects(source, seals, new JdbcBindings(source, seals));
    }

    static JdbcEffects effects(DataSource source, Seals seals, JdbcBindings bindings) {
        var outbox = new JdbcOutbox(source, seals);
        return new JdbcEffects(source, new JdbcRequests(source, seals), new JdbcVisits(source, seals), new JdbcDueReminders(source),
                outbox, new JdbcBroadcasts(source, outbox, seals), bindings,
                new JdbcMedia(source, new JdbcTransactionManager(source), outbox, seals), () -> {
                });
    }

    @Override
    public void close() {
        source.close();
    }
}
