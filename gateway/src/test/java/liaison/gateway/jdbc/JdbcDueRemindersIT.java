package liaison.gateway.jdbc;

import java.util.List;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminder;
import liaison.bot.testing.DueRemindersContract;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcDueRemindersIT extends DueRemindersContract {
    private final Database database = TestStores.migrated();
    private final Effects effects = Node.effects(database.dataSource(), new PlainSeals());
    private final JdbcOutbox outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
    private final JdbcDueReminders reminders = new JdbcDueReminders(database.dataSource());

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        var jdbc = new JdbcTemplate(database.dataSource());
        jdbc.update("delete from outbox");
        jdbc.update("delete from reminder");
    }

    @Override
    protected DueReminders reminders() {
        return reminders;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void add(Reminder reminder) {
        effects.write(List.of(new Effects.Row(reminder.owner(), 1, new Effect.Remind(reminder), new byte[0])), List.of());
    }

    @Override
    protected void drop(Address owner, String causeKey) {
        effects.write(List.of(new Effects.Row(owner, 2, new Effect.Drop(owner, "request", causeKey), new byte[0])), List.of());
    }
}
