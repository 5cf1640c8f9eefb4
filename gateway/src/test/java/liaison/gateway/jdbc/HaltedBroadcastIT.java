package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Letters;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.people.Person;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;

/** D2: a broadcast that is stopped while it goes out. */
final class HaltedBroadcastIT {
    private static final Address FROM = Address.parse("wechat:demo:clerk");
    private static final Person AUTHOR = Person.parse("staff:c1");
    private static final int RECIPIENTS = 500;
    private static final int BATCH = 64;
    private static final int STOPPED_AT = 150;

    private final Instant now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void halt_stopsWithinOneBatchAndTheSumsAreTheRecipients() {
        try (var database = TestStores.migrated()) {
            var outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
            var broadcasts = new JdbcBroadcasts(database.dataSource(), outbox, new PlainSeals());
            var effects = Node.effects(database.dataSource(), new PlainSeals());
            announce(effects);
            Sender sender = (message, way) -> {
                int call = calls.incrementAndGet();
                if (call == STOPPED_AT) {
                    effects.write(List.of(row(new Effect.Halt("b1", AUTHOR))), List.of());
                }
                return answer(call, way);
            };
            var relay = relay(outbox, broadcasts, sender);
            assertThat(relay.run()).isPositive();
            assertThat(relay.run()).isZero();
            var tally = broadcasts.sent(AUTHOR).values().iterator().next();
            assertThat(tally.recipients()).isEqualTo(RECIPIENTS);
            assertThat(tally.pending()).isZero();
            assertThat(tally.unknown()).isPositive();
            assertThat(tally.cancelled()).isGreaterThan(RECIPIENTS - STOPPED_AT - 2 * BATCH);
            assertThat(calls.get()).isLessThan(STOPPED_AT + 2 * BATCH);
        }
    }

    /** Every tenth has no template, and of those every second call loses its line. */
    private static Result answer(int call, Way way) {
        if (way == Way.TEMPLATE) {
            return call % 10 == 0 ? new Result.Rejected(Cause.OTHER_WAY, "40037") : new Result.Delivered();
        }
        return call % 2 == 0 ? new Result.Unclear("cut") : new Result.Delivered();
    }

    private OutboxRelay relay(JdbcOutbox outbox, JdbcBroadcasts broadcasts, Sender sender) {
        Letters letters = entry -> broadcasts.find(entry.subject())
                .map(broadcast -> new Letter(List.of(Address.parse("wechat:demo:" + Person.parse(entry.recipient()).code())), "words",
                        Map.of(),
                        List.of()));
        return new OutboxRelay(new OutboxRelay.Parts(outbox, letters, Map.of("wechat", sender),
                new QuietHours(LocalTime.NOON, LocalTime.NOON), Clock.systemUTC(), new Random(1)));
    }

    private void announce(Effects effects) {
        var broadcast = new Broadcast("b1", AUTHOR, "", List.of("s1"), "deputies", "words", "", Instant.MAX, "", now);
        var people = IntStream.range(0, RECIPIENTS).mapToObj(n -> Person.parse("deputy:d" + n)).toList();
        effects.write(List.of(row(new Effect.Announce(broadcast, people, people.stream().map(person -> new OutboxEntry(
                person.toString(), "notice", "b1", person.toString(), "1", now, now.plus(Duration.ofDays(1)), Map.of())).toList()))),
                List.of());
    }

    private static Effects.Row row(Effect effect) {
        return new Effects.Row(FROM, 1, effect, new byte[0]);
    }
}
