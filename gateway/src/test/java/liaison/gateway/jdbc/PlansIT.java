package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.dialog.Seals;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.notice.Outbox.Attempt;
import liaison.bot.notice.Outbox.Result;
import liaison.bot.notice.Outbox.State;
import liaison.bot.testing.TinyBook;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows the statements read, while tables grow that nobody has analyzed yet. */
final class PlansIT {
    private static final int RESIDENTS = 32;
    private static final int BATCHES = 30;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final Seals seals = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES);

    @Test
    void statements_readTheRowsTheyLookForOnly() {
        try (var database = TestStores.migrated()) {
            var sql = new JdbcTemplate(database.dataSource());
            sql.queryForList("select relname from pg_stat_user_tables", String.class)
                    .forEach(table -> sql.execute("alter table \"" + table + "\" set (autovacuum_enabled = false)"));
            sql.execute("select pg_stat_reset()");
            try (var node = new Node(database, seals, new MemoryDialogs(), new TinyBook(), clock)) {
                // a node whose dialogs are nobody's: it finds the talks in the journal
                var other = new Node(database, seals, new MemoryDialogs(), new TinyBook(), clock);
                for (int batch = 0; batch < BATCHES; batch++) {
                    file(new Conversation(node.parts), batch);
                    new Conversation(other.parts).receive(says(batch, "urge", "other"));
                }
                other.close();
                relay(node);
            }
            assertThat(sql.queryForList("""
                    select indexrelname || ' reads ' || idx_tup_read / idx_scan || ' rows a look-up' from pg_stat_user_indexes
                    where idx_scan > ? and idx_tup_read > 4 * idx_scan and indexrelname not like '%_due'
                        and not (indexrelname = 'request_place' and idx_tup_read <= 13 * idx_scan)
                    """, String.class, BATCHES)).isEmpty();
            assertThat(sql.queryForList("""
                    select indexrelname || ' reads ' || idx_tup_read || ' rows in all' from pg_stat_user_indexes
                    where indexrelname like '%_due' and idx_tup_read > ?
                    """, String.class, 12 * RESIDENTS * BATCHES)).isEmpty();
            assertThat(sql.queryForList("""
                    select relname || ' is read whole ' || seq_scan || ' times' from pg_stat_user_tables
                    where seq_tup_read > ? and relname not like 'qrtz%'
                    """, String.class, RESIDENTS * BATCHES)).isEmpty();
            assertThat(sql.queryForObject("select count(*) from request_event", Integer.class)).isEqualTo(RESIDENTS * BATCHES);
            assertThat(sql.queryForObject("select count(*) from outbox where state = 'sent'", Integer.class))
                    .isEqualTo(RESIDENTS * BATCHES);
        }
    }

    /** Half of the confirmations are seen to leave; the others are left to the relay. */
    private static void file(Conversation conversation, int batch) {
        conversation.receive(says(batch, "hello", "a"));
        var told = conversation.receive(says(batch, "file", "b")).stream().limit(RESIDENTS / 2)
                .map(answer -> new Told(answer.to(), answer.seq())).toList();
        conversation.receive(says(batch, "hello again", "c"), told);
        conversation.receive(says(batch, "alike", "d"));
    }

    private void relay(Node node) {
        var now = clock.instant().plus(Duration.ofHours(1));
        for (var taken = node.outbox.take(now, RESIDENTS, LEASE); !taken.isEmpty(); taken = node.outbox.take(now, RESIDENTS, LEASE)) {
            node.outbox.begin(taken.stream().map(one -> new Attempt(one, "web:demo")).toList(), LEASE);
            node.outbox.settle(taken.stream().map(one -> new Result(one.entry(), one.lease(), State.SENT, now, "web:demo", "")).toList());
        }
        node.reminders.sweep(now, now.plus(LEASE), RESIDENTS);
    }

    private static List<InboundMessage> says(int batch, String text, String key) {
        return IntStream.range(0, RESIDENTS)
                .<InboundMessage>mapToObj(i -> new InboundMessage.Text(Address.parse("web:demo:r" + batch + "_" + i), key, text)).toList();
    }
}
