package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.memory.MemoryOutbox;
import liaison.bot.message.Address;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox.State;
import liaison.bot.testing.MutableClock;
import liaison.bot.testing.RecordingSender;
import org.junit.jupiter.api.Test;

final class OutboxRelayTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T14:00:00Z");
    private static final Address ONE = Address.parse("wechat:demo:o1");
    private static final Address TWO = Address.parse("wechat:demo:o2");
    private static final Address WECOM = Address.parse("wecom:office:u1");
    private static final Address CHAT = Address.parse("chat:web:h1");
    private static final Result UNCLEAR = new Result.Unclear("cut");

    private final MutableClock clock = new MutableClock(MORNING);
    private final MemoryOutbox outbox = new MemoryOutbox(clock);
    private final RecordingSender wechat = new RecordingSender();
    private final RecordingSender wecom = new RecordingSender();
    private final RecordingSender chat = new RecordingSender();
    private final Map<String, List<Address>> homes = new HashMap<>(Map.of("deputy:d1", List.of(ONE)));
    private final Letters letters = entry -> Optional.ofNullable(homes.get(entry.recipient()))
            .map(to -> new Letter(to, "words", Map.of("number", entry.subject()), List.of()));
    private final OutboxRelay relay = new OutboxRelay(
            new OutboxRelay.Parts(outbox, letters, Map.of("wechat", wechat, "wecom", wecom, "chat", chat),
                    QuietHours.NIGHT, clock, new Random(1)));

    @Test
    void run_reminderGoesByTemplateOnce() {
        add("reminder");
        run();
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_replyGoesAsTalkThenByTemplate() {
        add("reply");
        wechat.then(rejected(Cause.OTHER_WAY));
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TALK, Way.TEMPLATE);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_unclearTemplateIsRepeatedUnderTheSameKeyByTheSameWay() {
        add("reminder");
        wechat.then(UNCLEAR);
        run();
        clock.tick(Duration.ofMinutes(1));
        run();
        assertThat(wechat.sent()).hasSize(2);
        assertThat(wechat.sent().getLast()).isEqualTo(wechat.sent().getFirst());
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_unclearTemplateIsUnknownWhenThePlatformForgotItsKey() {
        add("reminder");
        wechat.then(UNCLEAR);
        run();
        clock.tick(Duration.ofMinutes(11));
        run();
        assertThat(wechat.sent()).hasSize(1);
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_refusalAfterAnUnclearTemplateOpensNoOtherWay() {
        add("reminder");
        wechat.then(UNCLEAR);
        wechat.then(rejected(Cause.NEVER));
        run();
        clock.tick(Duration.ofMinutes(1));
        run();
        assertThat(wechat.sent()).hasSize(2);
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_unclearTalkOfANoticeIsUnknownAtOnce() {
        add("notice");
        wechat.then(rejected(Cause.OTHER_WAY));
        wechat.then(UNCLEAR);
        run();
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_whoeverIsBoundTwiceGetsEachThingOnce() {
        homes.put("deputy:d1", List.of(WECOM, ONE));
        add("reminder");
        add("reply");
        run();
        run();
        assertThat(wecom.sent()).extracting(sent -> sent.message().to()).containsExactly(WECOM, WECOM);
        assertThat(wechat.sent()).isEmpty();
    }

    @Test
    void run_whoeverWecomDoesNotReachIsToldOnWechat() {
        homes.put("deputy:d1", List.of(WECOM, ONE));
        add("reminder");
        wecom.then(rejected(Cause.NEVER));
        run();
        assertThat(wecom.sent()).hasSize(1);
        assertThat(wechat.sent()).hasSize(1);
    }

    @Test
    void run_overThePaceIsLaterAndNotLost() {
        homes.put("deputy:d1", List.of(WECOM, ONE));
        add("reminder");
        wecom.then(rejected(Cause.LATER));
        run();
        assertThat(state()).isEqualTo(State.PENDING);
        clock.tick(Duration.ofMinutes(2));
        run();
        assertThat(wecom.sent()).hasSize(2);
        assertThat(wechat.sent()).isEmpty();
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_unclearReplyIsSaidAgain() {
        add("reply");
        wechat.then(UNCLEAR);
        run();
        clock.tick(Duration.ofMinutes(1));
        run();
        assertThat(wechat.sent()).hasSize(2);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_closedTemplateGoesBySubscriptionAndThenAsTalk() {
        add("reminder");
        wechat.then(rejected(Cause.OTHER_WAY));
        wechat.then(rejected(Cause.OTHER_WAY));
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE, Way.SUBSCRIBE, Way.TALK);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_unclearSubscriptionOfAReminderIsUnknownAtOnce() {
        add("reminder");
        wechat.then(rejected(Cause.OTHER_WAY));
        wechat.then(UNCLEAR);
        run();
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_subscriptionsAreOfWechatAlone() {
        assertThat(Route.to(Address.parse("wecom:demo:u1"), true)).extracting(Route::way).containsExactly(Way.TEMPLATE);
    }

    @Test
    void run_quotaThatIsUsedUpKeepsItUntilItIsThereAgain() {
        add("reply");
        wechat.then(new Result.Rejected(Cause.LATER, "45009", MORNING.plus(Duration.ofHours(14))));
        run();
        clock.tick(Duration.ofHours(13));
        run();
        assertThat(wechat.sent()).hasSize(1);
        clock.tick(Duration.ofMinutes(61));
        run();
        assertThat(wechat.sent()).hasSize(2);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_nodeThatDiedAfterTheCallLeavesATemplateToItsKey() {
        add("reminder");
        die("template wechat:demo:o1");
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_nodeThatDiedAfterTalkingLeavesItUnknown() {
        add("reminder");
        die("talk wechat:demo:o1");
        run();
        assertThat(wechat.sent()).isEmpty();
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_nodeThatDiedBeforeAnyCallCostsNothing() {
        add("reminder");
        outbox.take(MORNING, 1, Duration.ofSeconds(30));
        clock.tick(Duration.ofMinutes(1));
        run();
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_busyIsTriedAgainLater() {
        add("reminder");
        wechat.then(rejected(Cause.LATER));
        run();
        run();
        assertThat(wechat.sent()).hasSize(1);
        clock.tick(Duration.ofSeconds(2));
        run();
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_neverMeansTheNextAddress() {
        homes.put("deputy:d1", List.of(ONE, TWO));
        add("reminder");
        wechat.then(rejected(Cause.NEVER));
        run();
        assertThat(wechat.sent()).extracting(sent -> sent.message().to()).containsExactly(ONE, TWO);
    }

    @Test
    void run_neverEverywhereFailsWithItsReason() {
        add("notice");
        wechat.then(rejected(Cause.NEVER));
        run();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(outbox.reasons().values()).containsExactly("code");
    }

    @Test
    void run_closedWaysAreKeptUntilItExpires() {
        add("notice");
        IntStream.range(0, 300).forEach(i -> wechat.then(rejected(Cause.OTHER_WAY)));
        run();
        assertThat(state()).isEqualTo(State.PENDING);
        IntStream.range(0, 80).forEach(i -> {
            clock.tick(Duration.ofHours(1));
            run();
        });
        assertThat(state()).isEqualTo(State.EXPIRED);
        assertThat(wechat.sent()).hasSizeLessThan(150);
    }

    @Test
    void run_webChatRepeatsWhatIsUnclear() {
        homes.put("deputy:d1", List.of(CHAT));
        add("reminder");
        chat.then(UNCLEAR);
        run();
        clock.tick(Duration.ofMinutes(20));
        run();
        assertThat(chat.sent()).hasSize(2);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_atNightOnlyRepliesGo() {
        clock.set(NIGHT);
        add("notice");
        add("reply");
        run();
        assertThat(wechat.sent()).extracting(sent -> sent.message().kind()).containsExactly("reply");
        clock.set(Instant.parse("2026-11-24T00:00:00Z"));
        run();
        assertThat(wechat.sent()).extracting(sent -> sent.message().kind()).containsExactly("reply", "notice");
    }

    @Test
    void run_causeThatIsGoneIsCancelled() {
        homes.clear();
        add("reminder");
        run();
        assertThat(state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void run_oneThatFailsStopsNobody() {
        IntStream.range(0, 200).forEach(i -> outbox.add(entry("reminder", "LZ" + i)));
        wechat.then(rejected(Cause.NEVER));
        assertThat(relay.run()).isEqualTo(200);
        assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(199);
    }

    private void die(String way) {
        var taken = outbox.take(clock.instant(), 1, Duration.ofSeconds(30));
        outbox.begin(taken.stream().map(one -> new Outbox.Attempt(one, way)).toList(), Duration.ofSeconds(30));
        clock.tick(Duration.ofMinutes(1));
    }

    private void run() {
        relay.run();
    }

    private State state() {
        return outbox.states().values().iterator().next();
    }

    private void add(String kind) {
        outbox.add(entry(kind, "LZ1"));
    }

    private OutboxEntry entry(String kind, String subject) {
        return new OutboxEntry(ONE.toString(), kind, subject, "deputy:d1", "1", clock.instant(), clock.instant().plus(Duration.ofDays(3)),
                Map.of());
    }

    private static Result rejected(Cause cause) {
        return new Result.Rejected(cause, "code");
    }
}
