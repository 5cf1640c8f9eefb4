package liaison.gateway.wechat;

import static liaison.gateway.wechat.FakeWechat.answer;
import static liaison.gateway.wechat.FakeWechat.message;
import static liaison.gateway.wechat.FakeWechat.text;
import static liaison.gateway.wechat.RecordingInbox.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Answer;
import liaison.bot.message.Address;
import org.junit.jupiter.api.Test;

final class InboundHandlerTest {
    private static final String NOTICE = "尚未登记，请稍后重发";

    private final RecordingInbox inbox = new RecordingInbox();
    private final WechatPipeline pipeline = new WechatPipeline(FakeWechat.PLAIN, inbox, Clock.systemUTC());

    @Test
    void answer_leavesOnceTheMessageIsDurable() {
        EmbeddedChannel channel = deliver("1");
        assertThat(answer(channel)).isEmpty();
        inbox.waiting.getLast().answered(say("filed"));
        assertThat(answer(channel).orElseThrow()).contains("filed");
        assertThat(inbox.told).containsExactly(7L);
        channel.finishAndReleaseAll();
    }

    @Test
    void answer_withoutWordsIsAnAcknowledgement() {
        EmbeddedChannel channel = deliver("1");
        inbox.waiting.getLast().answered(say(""));
        assertThat(answer(channel)).contains("200 success");
        channel.finishAndReleaseAll();
    }

    @Test
    void answer_afterFourSecondsIsNotGiven() {
        EmbeddedChannel channel = deliver("1");
        pass(channel, 3900);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 200);
        assertThat(channel.isOpen()).isFalse();
        inbox.waiting.getLast().answered(say("late"));
        assertThat(answer(channel)).isEmpty();
        assertThat(inbox.told).isEmpty();
    }

    @Test
    void patience_isThatOfTheMessageNotOfTheConnection() {
        EmbeddedChannel channel = deliver("1");
        pass(channel, 3000);
        inbox.waiting.getLast().answered(say("first"));
        assertThat(answer(channel)).isPresent();
        FakeWechat.deliver(channel, text("hello", "2"));
        pass(channel, 3000);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 1100);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answer_toAConnectionThatIsGoneIsNotTold() {
        EmbeddedChannel channel = deliver("1");
        channel.close();
        inbox.waiting.getLast().answered(say("filed"));
        assertThat(answer(channel)).isEmpty();
        assertThat(inbox.told).isEmpty();
    }

    @Test
    void failure_isSilentUntilTheLastTry() {
        assertThat(fail("1")).isEqualTo("closed");
        assertThat(fail("1")).isEqualTo("closed");
        assertThat(fail("2")).isEqualTo("closed");
        assertThat(fail("1")).contains("200 <xml>", NOTICE);
    }

    @Test
    void failure_ofTheLastTryIsSilentWhileAnotherIsUnderWay() {
        EmbeddedChannel first = deliver("1");
        pass(first, 4100);
        assertThat(fail("1")).isEqualTo("closed");
        assertThat(fail("1")).isEqualTo("closed");
        inbox.waiting.getFirst().failed();
        answer(first);
        assertThat(fail("1")).contains(NOTICE);
    }

    @Test
    void failure_ofTheLastTryIsSilentWhenAnEarlierOneWasFiledAfterAll() {
        EmbeddedChannel first = deliver("1");
        pass(first, 4100);
        assertThat(fail("1")).isEqualTo("closed");
        inbox.waiting.getFirst().answered(say("late"));
        answer(first);
        assertThat(fail("1")).isEqualTo("closed");
    }

    @Test
    void answer_afterTheLastTryGoesAnotherWay() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            pass(deliver("1"), 4100);
        }
        inbox.waiting.get(0).answered(unguarded("late"));
        inbox.waiting.get(1).failed();
        assertThat(inbox.untold).containsExactly(7L);
        inbox.waiting.get(2).answered(say("a confirmation stands in the outbox already"));
        assertThat(inbox.untold).hasSize(1);
        inbox.waiting.get(2).answered(unguarded(""));
        assertThat(inbox.untold).hasSize(1);
    }

    @Test
    void answer_thatCameLateWaitsForTheNextTry() {
        pass(deliver("1"), 4100);
        inbox.waiting.getFirst().answered(unguarded("late"));
        assertThat(inbox.untold).isEmpty();
        EmbeddedChannel second = deliver("1");
        inbox.waiting.getLast().answered(unguarded("late"));
        assertThat(answer(second).orElseThrow()).contains("late");
        assertThat(inbox.untold).isEmpty();
        second.finishAndReleaseAll();
    }

    @Test
    void person_isHandedOverWhereTheAccountHasSeats() {
        Answer handoff = new Answer(Address.parse("wechat:demo:oResident"), 7, "I tell them", List.of(), "person", "", false, false);
        EmbeddedChannel channel = deliver("1");
        inbox.waiting.getLast().answered(handoff);
        assertThat(answer(channel).orElseThrow()).contains("I tell them");
        assertThat(inbox.untold).isEmpty();
        EmbeddedChannel seats = new EmbeddedChannel();
        new WechatPipeline(FakeWechat.PLAIN, true, inbox, Clock.systemUTC()).addTo(seats.pipeline());
        FakeWechat.deliver(seats, text("a person please", "2"));
        inbox.waiting.getLast().answered(handoff);
        assertThat(answer(seats).orElseThrow()).contains("transfer_customer_service").doesNotContain("I tell them");
        assertThat(inbox.untold).as("its words go another way").containsExactly(7L);
        pipeline.use(Optional.of(FakeWechat.PLAIN), true);
        EmbeddedChannel later = deliver("3");
        inbox.waiting.getLast().answered(handoff);
        assertThat(answer(later).orElseThrow()).as("the setting changed").contains("transfer_customer_service");
        later.finishAndReleaseAll();
        channel.finishAndReleaseAll();
        seats.finishAndReleaseAll();
    }

    private static Answer unguarded(String words) {
        return new Answer(Address.parse("wechat:demo:oResident"), 7, words, List.of(), "", "", false, false);
    }

    @Test
    void shedding_saysSo() {
        inbox.full = true;
        EmbeddedChannel channel = deliver("1");
        assertThat(answer(channel).orElseThrow()).contains("200 <xml>", NOTICE);
        channel.finishAndReleaseAll();
    }

    @Test
    void shedding_isSilentWhileAnotherTryIsUnderWay() {
        pass(deliver("1"), 4100);
        inbox.full = true;
        EmbeddedChannel channel = deliver("1");
        assertThat(answer(channel)).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shedding_anEventThatNobodyMadeIsSilent() {
        inbox.full = true;
        EmbeddedChannel channel = connect();
        FakeWechat.deliver(channel, message("event", "<Event>TEMPLATESENDJOBFINISH</Event><MsgID>1</MsgID>"));
        assertThat(answer(channel)).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel();
        pipeline.addTo(channel.pipeline());
        return channel;
    }

    private EmbeddedChannel deliver(String id) {
        EmbeddedChannel channel = connect();
        FakeWechat.deliver(channel, text("hello", id));
        return channel;
    }

    private String fail(String id) {
        EmbeddedChannel channel = deliver(id);
        inbox.waiting.getLast().failed();
        String said = answer(channel).orElse(channel.isOpen() ? "open" : "closed");
        channel.finishAndReleaseAll();
        return said;
    }

    private static void pass(EmbeddedChannel channel, long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
