package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Outbox.Attempt;
import liaison.bot.notice.Outbox.Hold;
import liaison.bot.notice.Outbox.Result;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.Outbox.Taken;
import liaison.bot.notice.Outbox.Unshown;
import liaison.bot.notice.OutboxEntry;
import org.junit.jupiter.api.Test;

/** What every outbox does. */
public abstract class OutboxContract {
    protected static final Duration LEASE = Duration.ofSeconds(30);

    private static final String TEMPLATE = "template wechat:demo:o1";

    protected final Instant now = Instant.now(java.time.Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS);

    protected abstract Outbox outbox();

    protected abstract void add(OutboxEntry entry);

    /** Why entries stand as they do. */
    protected abstract Collection<String> reasons();

    /** By the key of each entry. */
    protected abstract Map<String, State> states();

    /** The platform tells that it did not show what it had taken. */
    protected abstract void unshown(Address address, String receipt, String reason);

    @Test
    void take_givesWhatIsDueToOneTakerOnly() {
        add(entry("a", Duration.ZERO));
        add(entry("b", Duration.ofMinutes(1)));
        assertThat(outbox().take(now, 10, LEASE)).extracting(taken -> taken.entry().subject()).containsExactly("a");
        assertThat(outbox().take(now, 10, LEASE)).isEmpty();
    }

    @Test
    void take_givesTheOldestFirstAndNoMoreThanAsked() {
        IntStream.range(0, 5).forEach(i -> add(entry("e" + i, Duration.ofMinutes(-i))));
        assertThat(outbox().take(now, 2, LEASE)).extracting(taken -> taken.entry().subject()).containsExactly("e4", "e3");
        assertThat(outbox().oldest(now)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void add_sameKeyIsTheSameEntry() {
        add(entry("a", Duration.ZERO));
        add(entry("a", Duration.ZERO));
        assertThat(outbox().take(now, 10, LEASE)).hasSize(1);
    }

    @Test
    void settle_endsTheEntry() {
        add(entry("a", Duration.ZERO));
        var taken = only(LEASE);
        outbox().settle(List.of(result(taken, State.SENT, "")));
        assertThat(states()).containsEntry(taken.entry().key(), State.SENT);
        assertThat(outbox().take(now, 10, LEASE)).isEmpty();
    }

    @Test
    void settle_withALostLeaseCountsNothing() {
        add(entry("a", Duration.ZERO));
        var lost = only(Duration.ZERO);
        var held = only(LEASE);
        outbox().settle(List.of(result(lost, State.FAILED, "")));
        assertThat(states()).containsEntry(held.entry().key(), State.PENDING);
        assertThat(held.attempts()).isEqualTo(2);
    }

    @Test
    void settle_pendingComesAgainWhenItsTimeHasCome() {
        add(entry("a", Duration.ZERO));
        outbox().settle(List.of(result(only(LEASE), State.PENDING, "")));
        assertThat(outbox().take(now, 10, LEASE)).isEmpty();
        assertThat(outbox().take(now.plusSeconds(1), 10, LEASE)).hasSize(1);
    }

    @Test
    void oldest_countsFromWhenWhatIsHeldUpWasFirstDue() {
        add(entry("a", Duration.ofMinutes(-3)));
        outbox().settle(List.of(waiting(Hold.TRIED, Duration.ZERO)));
        outbox().settle(List.of(waiting(Hold.BLOCKED, Duration.ofMinutes(8))));
        assertThat(outbox().oldest(now)).isEqualTo(Duration.ofMinutes(3));
        outbox().settle(List.of(waiting(Hold.KEPT, Duration.ofMinutes(8))));
        assertThat(outbox().oldest(now)).as("its person is waited for").isZero();
    }

    @Test
    void take_saysForHowLongItIsHeldUp() {
        add(entry("a", Duration.ofMinutes(-3)));
        outbox().settle(List.of(waiting(Hold.TRIED, Duration.ZERO)));
        var taken = only(LEASE);
        assertThat(taken.heldUp()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
        outbox().settle(List.of(new Result(taken.entry(), taken.lease(), State.PENDING, now, "", "quiet", Hold.KEPT)));
        assertThat(only(LEASE).heldUp()).isZero();
    }

    @Test
    void settle_whatWasBlockedCountsNoAttempt() {
        add(entry("a", Duration.ZERO));
        for (int i = 0; i < 3; i++) {
            outbox().settle(List.of(waiting(Hold.BLOCKED, Duration.ZERO)));
        }
        outbox().settle(List.of(waiting(Hold.TRIED, Duration.ZERO)));
        assertThat(only(LEASE).attempts()).isEqualTo(2);
    }

    private Result waiting(Hold hold, Duration until) {
        var taken = outbox().take(now.plus(Duration.ofMinutes(8)), 1, LEASE).getFirst();
        return new Result(taken.entry(), taken.lease(), State.PENDING, now.plus(until), "", "45009", hold);
    }

    @Test
    void settle_keepsWhyItWaitedWhereTheEndSaysNothing() {
        add(entry("a", Duration.ZERO));
        var taken = only(LEASE);
        outbox().settle(List.of(new Result(taken.entry(), taken.lease(), State.PENDING, now, "", "no-address")));
        outbox().settle(List.of(result(only(LEASE), State.EXPIRED, "")));
        assertThat(reasons()).containsExactly("no-address");
    }

    @Test
    void begin_isSeenByTheNextTaker() {
        add(entry("a", Duration.ZERO));
        var begun = outbox().begin(List.of(new Attempt(only(LEASE), "template wechat:demo:o1")), Duration.ZERO);
        assertThat(begun).hasSize(1);
        var next = only(LEASE);
        assertThat(next.way()).isEqualTo("template wechat:demo:o1");
        assertThat(next.since()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void begin_withALostLeaseIsRefused() {
        add(entry("a", Duration.ZERO));
        var lost = only(Duration.ZERO);
        assertThat(outbox().begin(List.of(new Attempt(lost, "talk wechat:demo:o1")), LEASE)).isEmpty();
        var held = only(LEASE);
        assertThat(outbox().begin(List.of(new Attempt(lost, "talk wechat:demo:o1")), LEASE)).isEmpty();
        assertThat(held.way()).isEmpty();
    }

    @Test
    void take_aPartOfALongAnswerWaitsForTheOneBefore() {
        add(part("2", Duration.ofSeconds(-20)));
        add(part("10", Duration.ofSeconds(-30)));
        add(part("1", Duration.ofMinutes(1)));
        assertThat(outbox().take(now, 10, LEASE)).isEmpty();
        for (String next : List.of("1", "2", "10")) {
            var taken = outbox().take(now.plus(Duration.ofMinutes(2)), 10, LEASE);
            assertThat(taken).extracting(one -> one.entry().occurrence()).containsExactly(next);
            outbox().settle(List.of(result(taken.getFirst(), State.SENT, "")));
        }
    }

    @Test
    void take_whatIsAddedToARequestWaitsUntilItsHolderHasIt() {
        add(request("filed", "deputy:d1", Duration.ofMinutes(10)));
        add(request("added:2", "deputy:d1", Duration.ZERO));
        add(request("declined:3", "staff:c1", Duration.ZERO));
        var early = now.plus(Outbox.UNBOUND).plusSeconds(1);
        assertThat(outbox().take(early, 10, LEASE)).extracting(taken -> taken.entry().recipient()).containsExactly("staff:c1");
        var later = early.plus(Duration.ofMinutes(10));
        var filed = outbox().take(later, 10, Duration.ZERO);
        assertThat(filed).extracting(taken -> taken.entry().occurrence()).containsExactly("filed");
        outbox().settle(filed.stream().map(taken -> result(taken, State.SENT, "")).toList());
        assertThat(outbox().take(later, 10, LEASE)).extracting(taken -> taken.entry().occurrence()).containsExactly("added:2");
    }

    private OutboxEntry request(String occurrence, String recipient, Duration later) {
        return new OutboxEntry("wechat:demo:o1", "request", "LZ1", recipient, occurrence, now.plus(later), now.plus(Duration.ofDays(7)),
                Map.of());
    }

    @Test
    void take_leavesAccountsOutThatTakeNothingMore() {
        for (String to : List.of("wechat:full:o1", "wechat:ful:o2", "deputy:full", "wecom:full:u1")) {
            add(new OutboxEntry(to, "reminder", to, to, "half", now, now.plus(Duration.ofDays(1)), Map.of()));
        }
        assertThat(outbox().take(now, 10, LEASE, Set.of(new Channel("wechat", "full"), new Channel("wecom", "full"))))
                .extracting(taken -> taken.entry().recipient()).containsExactlyInAnyOrder("wechat:ful:o2", "deputy:full");
        assertThat(outbox().take(now, 10, LEASE)).extracting(taken -> taken.entry().recipient())
                .containsExactlyInAnyOrder("wechat:full:o1", "wecom:full:u1");
    }

    @Test
    void reopen_whatWasTakenAndNotShownIsDueAgainAndTheWayIsKnown() {
        sent("a", "3000000000010000002");
        unshown(Address.parse("wechat:demo:o1"), "3000000000010000002", "failed:user block");
        assertThat(outbox().reopen()).containsExactly(new Unshown(new Channel("wechat", "demo"), "failed:user block"));
        assertThat(outbox().reopen()).as("once").isEmpty();
        var again = outbox().take(now.plusSeconds(60), 10, LEASE);
        assertThat(again).singleElement().returns("", Taken::way).returns(Set.of(TEMPLATE), Taken::refused);
        assertThat(reasons()).containsExactly("failed:user block");
        outbox().settle(again.stream().map(taken -> result(taken, State.SENT, "talk wechat:demo:o1")).toList());
        assertThat(reasons()).containsExactly("");
    }

    @Test
    void reopen_whatIsToldBeforeTheAnswerIsOnRecordWaitsForIt() {
        unshown(Address.parse("wechat:demo:o1"), "7", "failed:user block");
        assertThat(outbox().reopen()).isEmpty();
        sent("a", "7");
        assertThat(outbox().reopen()).hasSize(1);
        assertThat(states()).containsValue(State.PENDING);
    }

    @Test
    void reopen_whatIsToldOfOthersChangesNothing() {
        sent("a", "7");
        sent("b", "");
        unshown(Address.parse("wechat:demo:o1"), "8", "failed:user block");
        unshown(Address.parse("wechat:demo:o2"), "7", "failed:user block");
        assertThat(outbox().reopen()).isEmpty();
        assertThat(states().values()).containsOnly(State.SENT);
    }

    @Test
    void reopen_waysThatFailedOneAfterTheOtherAreAllKnown() {
        sent("a", "7");
        unshown(Address.parse("wechat:demo:o1"), "7", "failed:user block");
        outbox().reopen();
        var taken = outbox().take(now.plusSeconds(60), 10, LEASE).getFirst();
        outbox().settle(List.of(sent(taken, "template wechat:demo:o2", "8")));
        unshown(Address.parse("wechat:demo:o2"), "8", Unshown.FAILED);
        outbox().reopen();
        assertThat(outbox().take(now.plusSeconds(60), 10, LEASE)).singleElement()
                .returns(Set.of(TEMPLATE, "template wechat:demo:o2"), Taken::refused);
    }

    private void sent(String subject, String receipt) {
        add(entry(subject, Duration.ZERO));
        outbox().settle(List.of(sent(only(LEASE), TEMPLATE, receipt)));
    }

    private Result sent(Taken taken, String way, String receipt) {
        return new Result(taken.entry(), taken.lease(), State.SENT, now, way, "", Hold.TRIED, List.of(), Instant.EPOCH, receipt);
    }

    private OutboxEntry part(String occurrence, Duration later) {
        return new OutboxEntry("wechat:demo:o1", "reply", "wechat:demo:o1:7", "wechat:demo:o1", occurrence, now.plus(later),
                now.plus(Duration.ofDays(1)), Map.of());
    }

    protected final OutboxEntry entry(String subject, Duration later) {
        return new OutboxEntry("wechat:demo:o1", "reminder", subject, "deputy:d1", "half", now.plus(later), now.plus(Duration.ofDays(1)),
                Map.of());
    }

    private Taken only(Duration lease) {
        var taken = outbox().take(now, 10, lease);
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private Result result(Taken taken, State state, String way) {
        return new Result(taken.entry(), taken.lease(), state, now.plusSeconds(1), way, "");
    }
}
