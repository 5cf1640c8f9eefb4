package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import liaison.bot.calendar.QuietHours;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Journal;
import liaison.bot.dialog.KeyHash;
import liaison.bot.dialog.Seals;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Cause;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.testing.RecordingSender;
import liaison.bot.testing.TinyBook;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept for somebody's next message goes with it, whichever node it comes to and whatever dies in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcAwaitedIT {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Address SHE = Address.parse("wechat:demo:o1");
    private static final Address HE = Address.parse("wechat:demo:o2");

    private final Database database = TestStores.migrated();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final JdbcOutbox outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
    private final JdbcAwaited awaited = new JdbcAwaited(database.dataSource());
    private final JdbcAwaited other = new JdbcAwaited(database.dataSource());
    private final Seals seals = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES);
    private final Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);

    @AfterAll
    void drop() {
        awaited.close();
        other.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        sql.update("delete from outbox");
        sql.update("delete from awaited");
        sql.update("delete from journal");
    }

    @Test
    void message_makesWhatIsKeptForHerDueWithItself() {
        keep(SHE);
        append(awaited, row(HE, 1, "text"));
        assertThat(isDue()).isFalse();
        append(awaited, row(SHE, 1, "text"));
        assertThat(isDue()).isTrue();
        assertThat(sql.queryForObject("select count(*) from awaited", Integer.class)).isZero();
    }

    @Test
    void message_thatComesToAnotherNodeDoesTheSame() {
        keep(SHE);
        append(other, row(SHE, 1, "text"));
        assertThat(isDue()).isTrue();
    }

    @Test
    void message_thatIsTakenBackChangesNothing() {
        keep(SHE);
        var journal = new JdbcJournal(database.dataSource(), awaited);
        var source = database.dataSource();
        var lost = new TransactionTemplate(new JdbcTransactionManager(source));
        assertThatThrownBy(() -> lost.executeWithoutResult(status -> {
            new JdbcJournal(source, awaited).append(List.of(row(SHE, 1, "text")));
            throw new IllegalStateException("the node dies");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(isDue()).isFalse();
        journal.append(List.of(row(SHE, 1, "text")));
        assertThat(isDue()).as("it comes again").isTrue();
    }

    @Test
    void message_ofSomebodyWithNothingKeptCostsNoStatement() {
        keep(SHE);
        awaited.refresh();
        var writes = new Writes();
        awaited.wake(List.of(row(Address.parse("wechat:demo:o3"), 1, "text")), writes);
        assertThat(writes.run(new JdbcTemplate())).as("there is nothing to run, without any database").isEmpty();
    }

    @Test
    void message_thatCameBeforeAnyNodeKnewIsFoundByASecondLook() {
        keep(SHE);
        new JdbcJournal(database.dataSource()).append(List.of(row(SHE, 1, "text")));
        awaited.refresh();
        assertThat(isDue()).as("it is looked for a little later").isFalse();
        sql.update("update awaited set kept_at = kept_at - interval '6 seconds'");
        awaited.refresh();
        assertThat(isDue()).isTrue();
    }

    @Test
    void message_thatCameBeforeItWasTriedIsNoNextOne() {
        new JdbcJournal(database.dataSource()).append(List.of(row(SHE, 1, "text", now.minus(Duration.ofSeconds(1)))));
        keep(SHE);
        sql.update("update awaited set kept_at = kept_at - interval '6 seconds'");
        awaited.refresh();
        assertThat(isDue()).isFalse();
    }

    @Test
    void message_thatCameInWhileItWasTriedIsFound() {
        add();
        var taken = outbox.take(now, 10, LEASE).getFirst();
        new JdbcJournal(database.dataSource()).append(List.of(row(SHE, 1, "text")));
        keep(taken, SHE);
        sql.update("update awaited set kept_at = kept_at - interval '6 seconds'");
        awaited.refresh();
        assertThat(isDue()).isTrue();
    }

    @Test
    void message_thatWasStampedLongBeforeItCameInIsFound() {
        keep(SHE);
        new JdbcJournal(database.dataSource()).append(List.of(row(SHE, 1, "text", now.minus(Duration.ofMinutes(1)))));
        sql.update("update awaited set kept_at = kept_at - interval '6 seconds'");
        awaited.refresh();
        assertThat(isDue()).isTrue();
    }

    @Test
    void leavingAndReceipts_openNothing() {
        keep(SHE);
        sql.update("update awaited set kept_at = kept_at - interval '2 minutes'");
        append(awaited, row(SHE, 1, "left"));
        append(awaited, row(SHE, 2, "receipt"));
        awaited.refresh();
        assertThat(isDue()).isFalse();
    }

    @Test
    void events_doNotTryOneEntryOverAndOver() {
        keep(SHE);
        append(awaited, row(SHE, 1, "event"));
        assertThat(isDue()).isFalse();
        sql.update("update awaited set kept_at = kept_at - interval '2 minutes'");
        append(awaited, row(SHE, 2, "event"));
        assertThat(isDue()).isTrue();
    }

    @Test
    void whatIsKeptForADeputyGoesWithAMessageFromAnyOfItsAddresses() {
        keep(SHE, HE);
        append(awaited, row(HE, 1, "text"));
        assertThat(isDue()).isTrue();
    }

    /** From the relay to the platform and back: the next run after her message sends it. */
    @Test
    void relay_sendsWhatWasKeptAfterHerNextMessage() {
        var sender = new RecordingSender();
        for (int i = 0; i < 3; i++) {
            sender.then(new Sender.Result.Rejected(Cause.OTHER_WAY, "45015"));
        }
        var clock = Clock.systemUTC();
        add();
        try (var node = new Node(database, seals, new MemoryDialogs(), new TinyBook(), clock);
                var relay = new OutboxRelay(new OutboxRelay.Parts(outbox,
                        entry -> Optional.of(new Letter(List.of(SHE), "words", Map.of(), List.of())), Map.of("wechat", sender),
                        new QuietHours(LocalTime.NOON, LocalTime.NOON), clock, new Random(1)))) {
            relay.run();
            relay.run();
            assertThat(sender.sent()).as("each way once").hasSize(3);
            awaited.refresh();
            var journal = new JdbcJournal(node.source, awaited);
            var ledger = new JdbcLedger(node.source, new JdbcTransactionManager(node.source), journal, (JdbcEffects) node.parts.effects());
            new Conversation(new Parts(ledger, journal, node.parts.dialogs(), node.parts.facts(), node.parts.effects(), node.parts.seals(),
                    node.parts.numbers(), node.parts.books(), node.parts.directory(), clock))
                    .receive(List.of(new InboundMessage.Text(SHE, "m1", "hello")));
            relay.run();
            assertThat(sender.sent()).hasSize(4);
            assertThat(sql.queryForObject("select state from outbox", String.class)).isEqualTo("sent");
        }
    }

    private void add() {
        var writes = new Writes();
        outbox.add(List.of(new JdbcOutbox.Waiting(new OutboxEntry(SHE.toString(), "reminder", "LZ1", SHE.toString(), "half", now,
                now.plus(Duration.ofDays(1)), Map.of()), new byte[0])), writes);
        writes.run(sql);
    }

    /** The relay found every way closed. */
    private void keep(Address... addresses) {
        add();
        keep(outbox.take(now, 10, LEASE).getFirst(), addresses);
    }

    private void keep(Outbox.Taken taken, Address... addresses) {
        outbox.settle(List.of(new Outbox.Result(taken.entry(), taken.lease(), State.PENDING, now.plus(Duration.ofHours(1)), "", "45015",
                Outbox.Hold.KEPT, List.of(addresses), now, "")));
        assertThat(isDue()).isFalse();
    }

    private boolean isDue() {
        return Boolean.TRUE.equals(sql.queryForObject("select due_at <= now() from outbox", Boolean.class));
    }

    private void append(JdbcAwaited node, Journal.Row row) {
        node.refresh();
        assertThat(new JdbcJournal(database.dataSource(), node).append(List.of(row))).containsExactly(row.address());
    }

    private Journal.Row row(Address address, long seq, String kind) {
        return row(address, seq, kind, now.plusMillis(10));
    }

    private static Journal.Row row(Address address, long seq, String kind, Instant at) {
        byte[] hash = new byte[16];
        hash[0] = (byte) seq;
        byte[] nothing = {};
        return new Journal.Row(address, seq, new KeyHash(hash), true, kind, at, "", "book", nothing, nothing, nothing, nothing);
    }
}
