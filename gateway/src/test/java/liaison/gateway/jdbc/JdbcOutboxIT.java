package liaison.gateway.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.testing.OutboxContract;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcOutboxIT extends OutboxContract {
    private final Database database = TestStores.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final JdbcOutbox outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());

    @AfterAll
    void drop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.update("delete from outbox");
        jdbc.update("delete from unshown");
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void add(OutboxEntry entry) {
        var writes = new Writes();
        outbox.add(List.of(new JdbcOutbox.Waiting(entry, new byte[0])), writes);
        writes.run(jdbc);
    }

    @Override
    protected Collection<String> reasons() {
        return jdbc.queryForList("select reason from outbox", String.class);
    }

    @Override
    protected void unshown(Address address, String receipt, String reason) {
        var writes = new Writes();
        JdbcUnshown.hear(List.of(new Effects.Row(address, 1, new Effect.Unshown(address, receipt, reason), new byte[0])), writes);
        writes.run(jdbc);
    }

    @Override
    protected Map<String, State> states() {
        var states = new HashMap<String, State>();
        jdbc.query("select owner, kind, subject, recipient, occurrence, state from outbox", row -> {
            states.put(String.join("\n", row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                    State.valueOf(row.getString(6).toUpperCase(java.util.Locale.ROOT)));
        });
        return states;
    }
}
