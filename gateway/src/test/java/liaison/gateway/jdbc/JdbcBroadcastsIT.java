package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Broadcast.Tally;
import liaison.bot.notice.Outbox.Result;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcBroadcastsIT {
    private static final Address FROM = Address.parse("wechat:demo:clerk");
    private static final Person AUTHOR = Person.parse("staff:c1");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int RECIPIENTS = 10;

    private final Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);
    private final Database database = TestStores.migrated();
    private final Effects effects = Node.effects(database.dataSource(), new PlainSeals());
    private final JdbcOutbox outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
    private final JdbcBindings bindings = new JdbcBindings(database.dataSource(), new PlainSeals());
    private final JdbcBroadcasts broadcasts = new JdbcBroadcasts(database.dataSource(), outbox, new PlainSeals());

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        new JdbcTemplate(database.dataSource()).execute("truncate broadcast, broadcast_recipient, outbox, binding, binding_code");
    }

    @Test
    void halt_cancelsWhatWasNotSentAndTheSumsStayRight() {
        announce("b1");
        announce("b1");
        settle(State.SENT, 3);
        settle(State.UNKNOWN, 1);
        settle(State.FAILED, 1);
        assertThat(tally("b1")).isEqualTo(new Tally(5, 3, 1, 0, 0, 1, 0, 0, 0));
        effects.write(List.of(row(new Effect.Halt("b1", AUTHOR))), List.of());
        assertThat(tally("b1")).isEqualTo(new Tally(0, 3, 1, 0, 5, 1, 0, 0, 0));
        assertThat(outbox.take(now, RECIPIENTS, LEASE)).isEmpty();
        assertThat(broadcasts.find("b1")).isEmpty();
    }

    @Test
    void tally_tellsThoseWhoAreBoundNowhere() {
        announce("b5");
        settle(State.PENDING, 3, "no-address");
        settle(State.EXPIRED, 2, "no-address");
        settle(State.FAILED, 1, "43004");
        assertThat(tally("b5")).isEqualTo(new Tally(4, 0, 1, 0, 0, 0, 5, 0, 0)).returns(RECIPIENTS, Tally::recipients);
        effects.write(List.of(row(new Effect.Halt("b5", AUTHOR))), List.of());
    }

    @Test
    void tally_whoeverIsBoundMeanwhileWaitsForNoBinding() {
        announce("b6");
        settle(State.PENDING, RECIPIENTS, "no-address");
        assertThat(tally("b6").unbound()).isEqualTo(RECIPIENTS);
        var bound = recipient(3);
        effects.write(List.of(row(new Effect.Bind(Address.parse("wechat:demo:third"), bound, bindings.issue(bound)))), List.of());
        assertThat(tally("b6")).isEqualTo(new Tally(1, 0, 0, 0, 0, 0, RECIPIENTS - 1, 0, 0));
        effects.write(List.of(row(new Effect.Halt("b6", AUTHOR))), List.of());
    }

    @Test
    void received_whetherItWentOutYetOrNot() {
        announce("b7");
        assertThat(broadcasts.received(recipient(1))).extracting(Broadcast::id).contains("b7");
        assertThat(broadcasts.received(Person.parse("deputy:other"))).isEmpty();
        settle(State.PENDING, RECIPIENTS, "45015");
        assertThat(broadcasts.received(recipient(1))).extracting(Broadcast::id).contains("b7");
        answer("b7", 1, "attend");
        assertThat(tally("b7").attending()).isEqualTo(1);
        effects.write(List.of(row(new Effect.Halt("b7", AUTHOR))), List.of());
        announce("b8");
        settle(State.SENT, RECIPIENTS);
        assertThat(broadcasts.received(recipient(1))).extracting(Broadcast::id).contains("b8");
        assertThat(broadcasts.live(AUTHOR)).extracting(Broadcast::id).contains("b8").doesNotContain("b7");
        effects.write(List.of(row(new Effect.Halt("b8", AUTHOR))), List.of());
        assertThat(broadcasts.received(recipient(1))).extracting(Broadcast::id).doesNotContain("b8");
        assertThat(broadcasts.stopped(recipient(1))).extracting(Broadcast::id).containsExactlyInAnyOrder("b7", "b8");
    }

    @Test
    void rsvp_lastAnswerCounts() {
        announce("b2");
        settle(State.SENT, RECIPIENTS);
        answer("b2", 1, "attend");
        answer("b2", 2, "attend");
        answer("b2", 2, "leave");
        assertThat(tally("b2").attending()).isEqualTo(1);
        assertThat(tally("b2").onLeave()).isEqualTo(1);
        assertThat(broadcasts.answers("b2")).hasSize(RECIPIENTS).containsEntry(recipient(1), "attend").containsEntry(recipient(2), "leave")
                .containsEntry(recipient(3), "");
        assertThat(broadcasts.received(recipient(1))).extracting(Broadcast::id).contains("b2");
        effects.write(List.of(row(new Effect.Halt("b2", AUTHOR))), List.of());
    }

    @Test
    void sent_theNewestComesFirstAndHaltedOnesLast() {
        announce("b2");
        announce("b3", now.plusSeconds(1));
        announce("b4", now.plusSeconds(2));
        effects.write(List.of(row(new Effect.Halt("b3", AUTHOR))), List.of());
        effects.write(List.of(row(new Effect.Halt("b4", AUTHOR))), List.of());
        assertThat(broadcasts.sent(AUTHOR).keySet()).extracting(Broadcast::id).containsExactly("b4", "b2", "b3");
    }

    @Test
    void latest_isTheNewestHaltedOrNot() {
        assertThat(broadcasts.latest(AUTHOR)).isEmpty();
        announce("b5");
        announce("b6", now.plusSeconds(1));
        assertThat(broadcasts.latest(AUTHOR)).map(Broadcast::id).hasValue("b6");
        effects.write(List.of(row(new Effect.Halt("b6", AUTHOR))), List.of());
        assertThat(broadcasts.latest(AUTHOR)).map(Broadcast::id).hasValue("b6");
    }

    private void announce(String id) {
        announce(id, now);
    }

    private void announce(String id, Instant at) {
        var broadcast = new Broadcast(id, AUTHOR, "", List.of("s1"), "deputies", "words", "", Instant.MAX, "", at);
        var people = IntStream.range(0, RECIPIENTS).mapToObj(JdbcBroadcastsIT::recipient).toList();
        effects.write(List.of(row(new Effect.Announce(broadcast, people, people.stream().map(person -> new OutboxEntry(
                person.toString(), "notice", id, person.toString(), "1", now, now.plus(Duration.ofDays(1)), Map.of())).toList()))),
                List.of());
    }

    private void settle(State state, int most) {
        settle(state, most, "");
    }

    private void settle(State state, int most, String reason) {
        outbox.settle(outbox.take(now, most, LEASE).stream()
                .map(taken -> new Result(taken.entry(), taken.lease(), state, now.plusSeconds(60), "", reason)).toList());
    }

    private void answer(String id, int n, String answer) {
        effects.write(List.of(row(new Effect.Rsvp(id, recipient(n), answer))), List.of());
    }

    private Tally tally(String id) {
        return broadcasts.sent(AUTHOR).entrySet().stream().filter(entry -> entry.getKey().id().equals(id)).findFirst().orElseThrow()
                .getValue();
    }

    private static Person recipient(int n) {
        return Person.parse("deputy:d" + n);
    }

    private static Effects.Row row(Effect effect) {
        return new Effects.Row(FROM, 1, effect, new byte[0]);
    }
}
