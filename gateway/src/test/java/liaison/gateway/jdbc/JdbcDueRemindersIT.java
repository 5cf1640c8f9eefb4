package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcDueRemindersIT extends DueRemindersContract {
    private final Database database = TestStores.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Effects effects = Node.effects(database.dataSource(), new PlainSeals());
    private final JdbcOutbox outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
    private final JdbcDueReminders reminders = new JdbcDueReminders(database.dataSource());

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
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
    protected void add(List<Reminder> reminders) {
        effects.write(reminders.stream().map(one -> new Effects.Row(one.owner(), 1, new Effect.Remind(one), new byte[0])).toList(),
                List.of());
    }

    @Test
    void reminders_allThatArePlannedAreExported() {
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
        var owner = Address.parse("wechat:demo:o1");
        add(List.of(new Reminder(owner, "request", "LZ1", "half", "deputy:d1", now),
                new Reminder(owner, "request", "LZ1", "overdue", "head:s1", now.plusSeconds(60)),
                new Reminder(owner, "request", "LZ1", "overdue", "deputy:d1", now.plusSeconds(60))));
        assertThat(planned()).containsExactly("half deputy:d1 0 pending", "overdue deputy:d1 60 pending", "overdue head:s1 60 pending");
        reminders.sweep(now, now, 10);
        assertThat(planned()).containsExactly("half deputy:d1 0 moved", "overdue deputy:d1 60 pending", "overdue head:s1 60 pending");
        drop(owner, "LZ1");
        assertThat(planned()).containsExactly("half deputy:d1 0 moved", "overdue deputy:d1 60 cancelled", "overdue head:s1 60 cancelled");
    }

    private List<String> planned() {
        return jdbc.queryForList("""
                select concat_ws(' ', occurrence, recipient, extract(epoch from due_at - min(due_at) over ())::int, state)
                from reminder_planned order by 1""", String.class);
    }

    @Override
    protected void drop(Address owner, String causeKey) {
        effects.write(List.of(new Effects.Row(owner, 2, new Effect.Drop(owner, "request", causeKey), new byte[0])), List.of());
    }
}
