package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.memory.MemoryOutbox;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox.State;
import liaison.bot.testing.MutableClock;
import liaison.bot.testing.RecordingSender;
import org.jspecify.annotations.Nullable;
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
    private final AtomicBoolean unwritable = new AtomicBoolean();
    private final Letters letters = this::letter;
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
    void run_unclearRestOfAnAnswerIsUnknownAndHoldsUpNoOther() {
        homes.put(ONE.toString(), List.of(ONE));
        IntStream.rangeClosed(1, 3).forEach(part -> outbox.add(part(part)));
        wechat.then(UNCLEAR);
        wechat.then(new Result.Delivered());
        wechat.then(UNCLEAR);
        for (int i = 0; i < 10; i++) {
            run();
            clock.tick(Duration.ofMinutes(1));
        }
        assertThat(outbox.states()).containsExactlyInAnyOrderEntriesOf(
                Map.of(part(1).key(), State.SENT, part(2).key(), State.UNKNOWN, part(3).key(), State.SENT));
        assertThat(wechat.sent()).as("the first twice, as any answer, the others once").extracting(RecordingSender.Sent::way)
                .containsExactly(Way.TALK, Way.TALK, Way.TALK, Way.TALK);
    }

    @Test
    void run_nodeThatDiedWhileSayingARestLeavesItUnknown() {
        homes.put(ONE.toString(), List.of(ONE));
        outbox.add(part(2));
        die("talk wechat:demo:o1");
        run();
        assertThat(wechat.sent()).isEmpty();
        assertThat(state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void run_restThatWasNotTakenIsSaidUntilItIs() {
        homes.put(ONE.toString(), List.of(ONE));
        outbox.add(part(2));
        wechat.then(rejected(Cause.LATER));
        run();
        clock.tick(Duration.ofMinutes(1));
        run();
        assertThat(state()).isEqualTo(State.SENT);
    }

    private OutboxEntry part(int n) {
        return new OutboxEntry(ONE.toString(), "reply", ONE + ":7", ONE.toString(), Integer.toString(n), MORNING,
                MORNING.plus(Duration.ofDays(2)), Map.of());
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
    void run_blockedTemplateIsToldAsTalkAndNeverByTemplateAgain() {
        add("reminder");
        wechat.then(new Result.Delivered("7"));
        wechat.then(rejected(Cause.OTHER_WAY));
        run();
        outbox.unshown(ONE, "7", "failed:user block");
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE, Way.SUBSCRIBE, Way.TALK);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_blockedTemplateWithoutAnotherWayIsKeptAndSaysWhy() {
        add("reminder");
        wechat.then(new Result.Delivered("7"));
        run();
        outbox.unshown(ONE, "7", "failed:user block");
        for (int i = 0; i < 6; i++) {
            wechat.then(rejected(Cause.OTHER_WAY));
        }
        run();
        assertThat(state()).isEqualTo(State.PENDING);
        assertThat(outbox.reasons().values()).containsExactly("failed:user block");
        clock.tick(Duration.ofHours(1));
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way)
                .containsExactly(Way.TEMPLATE, Way.SUBSCRIBE, Way.TALK, Way.SUBSCRIBE, Way.TALK);
    }

    @Test
    void run_templateThatThePlatformFailedGoesAgainWhenItsKeyIsForgotten() {
        add("reminder");
        wechat.then(new Result.Delivered("7"));
        run();
        outbox.unshown(ONE, "7", Outbox.Unshown.FAILED);
        wechat.then(rejected(Cause.OTHER_WAY));
        wechat.then(rejected(Cause.OTHER_WAY));
        run();
        assertThat(state()).isEqualTo(State.PENDING);
        clock.tick(Duration.ofMinutes(11));
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way)
                .containsExactly(Way.TEMPLATE, Way.SUBSCRIBE, Way.TALK, Way.TEMPLATE);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_firstTryWithoutAnAnswerIsKnownByTheRepeats() {
        add("reminder");
        wechat.then(UNCLEAR);
        wechat.then(new Result.Delivered("7"));
        run();
        outbox.unshown(ONE, "7", "failed:user block");
        clock.tick(Duration.ofMinutes(1));
        run();
        run();
        assertThat(wechat.sent()).extracting(RecordingSender.Sent::way).containsExactly(Way.TEMPLATE, Way.TEMPLATE, Way.SUBSCRIBE);
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

    /** Three hundred looks at a platform that is left alone leave the first pause as short as it was. */
    @Test
    void run_whileAllIsBlockedNoAttemptIsUsedUp() {
        add("reminder");
        for (int i = 0; i < 300; i++) {
            wechat.then(new Result.Rejected(Cause.BLOCKED, "resting"));
            run();
            clock.tick(Duration.ofSeconds(20));
        }
        wechat.then(rejected(Cause.LATER));
        run();
        int before = wechat.sent().size();
        clock.tick(Duration.ofSeconds(2));
        run();
        assertThat(wechat.sent()).hasSize(before + 1);
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
    void run_whatNoLetterCanBeMadeOfIsGivenUpInTheEnd() {
        add("request");
        unwritable.set(true);
        int runs = 0;
        for (; state() == State.PENDING; runs++) {
            assertThat(runs).isLessThan(1000);
            run();
            clock.tick(Duration.ofMinutes(10));
        }
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(outbox.reasons().values()).containsExactly("no-letter");
        assertThat(runs).as("what is mended within half a day goes out").isGreaterThan(72);
        assertThat(wechat.sent()).isEmpty();
    }

    @Test
    void run_whatALetterIsMadeOfLaterGoesOut() {
        add("request");
        unwritable.set(true);
        run();
        unwritable.set(false);
        clock.tick(Duration.ofHours(3));
        run();
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void run_oneThatFailsStopsNobody() {
        IntStream.range(0, 200).forEach(i -> outbox.add(entry("reminder", "LZ" + i)));
        wechat.then(rejected(Cause.NEVER));
        assertThat(relay.run()).isEqualTo(200);
        assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(199);
    }

    @Test
    void run_aSilentAccountHoldsUpNobodyElse() throws InterruptedException {
        var silent = new SilentSender();
        try (var mixed = relay(Map.of("wechat", silent, "wecom", wecom))) {
            IntStream.range(0, 300).forEach(i -> {
                homes.put("deputy:silent" + i, List.of(ONE));
                outbox.add(to("deputy:silent" + i, "LZ" + i));
                outbox.add(to(ONE.toString(), "LZ" + i));
            });
            IntStream.range(0, 100).forEach(i -> outbox.add(to(WECOM.toString(), "LZ" + i)));
            homes.put(ONE.toString(), List.of(ONE));
            homes.put(WECOM.toString(), List.of(WECOM));
            clock.tick(Duration.ofSeconds(1));
            mixed.run();
            mixed.run();
            assertThat(wecom.sent()).hasSize(100);
            assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(100);
            assertThat(silent.most()).as("calls at once").isEqualTo(Lines.ROOM);
            silent.end();
            assertThat(silent.awaitCalls(Lines.ROOM)).isTrue();
        }
        assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(100 + Lines.ROOM);
        try (var next = relay(Map.of("wechat", silent, "wecom", wecom))) {
            for (int i = 0; i < 60 && outbox.states().containsValue(State.PENDING); i++) {
                clock.tick(Duration.ofMinutes(1));
                next.run();
            }
        }
        assertThat(outbox.states().values()).containsOnly(State.SENT);
        assertThat(silent.calls()).as("nothing is said twice").isEqualTo(600);
    }

    @Test
    void run_whoGoesOverToASilentAccountHoldsUpNobodyOfTheFirst() {
        var silent = new SilentSender();
        try (var mixed = relay(Map.of("wechat", silent, "wecom", wecom))) {
            homes.put("deputy:d1", List.of(WECOM, ONE));
            homes.put("deputy:d2", List.of(WECOM));
            wecom.then(rejected(Cause.NEVER));
            add("reminder");
            mixed.run();
            IntStream.range(0, 200).forEach(i -> outbox.add(to("deputy:d2", "LZ" + i)));
            mixed.run();
            assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(200);
            silent.end();
        }
        assertThat(outbox.states().values()).containsOnly(State.SENT);
    }

    @Test
    void run_partsOfOneAnswerKeepTheirOrderOnASlowAccount() throws InterruptedException {
        var silent = new SilentSender();
        homes.put(ONE.toString(), List.of(ONE));
        IntStream.rangeClosed(1, 3).forEach(part -> outbox.add(part(part)));
        try (var slow = relay(Map.of("wechat", silent))) {
            slow.run();
            slow.run();
            assertThat(silent.calls()).as("the others wait for the first").isEqualTo(1);
            silent.end();
            assertThat(silent.awaitCalls(1)).isTrue();
        }
        assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(1);
    }

    @Test
    void close_letsWhatWasBegunEndAndBeginsNothingElse() {
        var closing = new ClosingSender();
        var relay = relay(Map.of("wechat", closing));
        closing.relay = relay;
        add("reminder");
        relay.run();
        relay.close();
        assertThat(closing.ways).as("the next way is not tried").containsExactly(Way.TEMPLATE);
        assertThat(state()).isEqualTo(State.PENDING);
        assertThat(relay.run()).isZero();
        run();
        assertThat(wechat.sent()).hasSize(1);
        assertThat(state()).as("the next node does").isEqualTo(State.SENT);
    }

    private OutboxRelay relay(Map<String, Sender> senders) {
        return new OutboxRelay(new OutboxRelay.Parts(outbox, letters, senders, QuietHours.NIGHT, clock, new Random(1)));
    }

    private OutboxEntry to(String recipient, String subject) {
        return new OutboxEntry(recipient, "reminder", subject, recipient, "1", clock.instant(), clock.instant().plus(Duration.ofDays(3)),
                Map.of());
    }

    /** Answers nothing until it is told to. */
    private static final class SilentSender implements Sender {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Semaphore ended = new Semaphore(0);
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public Result send(OutboundMessage message, Way way) {
            calls.incrementAndGet();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                end.await();
                return new Result.Delivered();
            } catch (InterruptedException e) {
                return new Result.Unclear("interrupted");
            } finally {
                now.decrementAndGet();
                ended.release();
            }
        }

        void end() {
            end.countDown();
        }

        boolean awaitCalls(int count) throws InterruptedException {
            return ended.tryAcquire(count, 10, TimeUnit.SECONDS);
        }

        int calls() {
            return calls.get();
        }

        int most() {
            return most.get();
        }
    }

    /** The server is told to stop while a call is under way that ends with another way. */
    private static final class ClosingSender implements Sender {
        private final List<Way> ways = new CopyOnWriteArrayList<>();
        private @Nullable OutboxRelay relay;

        @Override
        public Result send(OutboundMessage message, Way way) {
            ways.add(way);
            var closed = Thread.startVirtualThread(() -> Objects.requireNonNull(relay).close());
            while (relay != null && !relay.isClosing()) {
                Thread.onSpinWait();
            }
            assertThat(closed.isAlive()).as("it waits for this call").isTrue();
            return rejected(Cause.OTHER_WAY);
        }
    }

    private Optional<Letter> letter(OutboxEntry entry) {
        if (unwritable.get()) {
            throw new IllegalStateException("no words");
        }
        return Optional.ofNullable(homes.get(entry.recipient()))
                .map(to -> new Letter(to, "words", Map.of("number", entry.subject()), List.of()));
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
