package liaison.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import liaison.bot.dialog.Reply;
import liaison.bot.message.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChatHandlerTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final Address ADDRESS = ChatHub.addressOf(TOKEN);
    private static final String HELLO = "{\"t\":\"hello\",\"token\":\"" + TOKEN + "\",\"last\":%d}";
    private static final ChatSettings SETTINGS = new ChatSettings(Duration.ofSeconds(15), 5, Duration.ofHours(1), List.of());

    private final Queue<Runnable> reads = new ArrayDeque<>();
    private final Talk talk = new Talk(
            text -> text.equals("file") ? new Reply("filed", List.of(), "filed", "") : Reply.of("heard " + text));
    private final ChatHub hub = new ChatHub(talk, reads::add);
    private final List<EmbeddedChannel> open = new ArrayList<>();
    private final EmbeddedChannel page = connect();

    @AfterEach
    void close() {
        open.forEach(EmbeddedChannel::finishAndReleaseAll);
        hub.close();
    }

    @Test
    void hello_isToldTheLastNumberAndWhatIsMissing() {
        talk.add(ADDRESS, "one");
        talk.add(ADDRESS, "two");
        assertThat(say(page, HELLO.formatted(1))).containsExactly("{\"t\":\"hello\",\"last\":2,\"beat\":15000}",
                "{\"t\":\"item\",\"seq\":2,\"at\":1795413720000,\"text\":\"two\"}");
    }

    @Test
    void say_isKeptThenAnsweredWithItsWords() {
        say(page, HELLO.formatted(0));
        assertThat(say(page, words("12345678", "a lamp"))).containsExactly("{\"t\":\"kept\",\"id\":\"12345678\",\"seq\":1}",
                "{\"t\":\"item\",\"seq\":1,\"at\":1795413720000,\"id\":\"12345678\",\"said\":\"a lamp\",\"text\":\"heard a lamp\"}");
    }

    @Test
    void say_againUnderItsIdIsKeptOnceAndShownOnce() {
        say(page, HELLO.formatted(0));
        say(page, words("12345678", "a lamp"));
        assertThat(say(page, words("12345678", "a lamp"))).containsExactly("{\"t\":\"kept\",\"id\":\"12345678\",\"seq\":1}");
        assertThat(talk.last(ADDRESS)).isEqualTo(1);
    }

    @Test
    void say_beforeTheGreetingIsReadStillComesInOrder() {
        talk.add(ADDRESS, "one");
        page.writeInbound(new TextWebSocketFrame(HELLO.formatted(0)), new TextWebSocketFrame(words("12345678", "two")));
        page.runPendingTasks();
        assertThat(numbers(settle(page))).containsExactly(1, 2);
    }

    @Test
    void answer_behindAGapFillsTheGapFirst() {
        say(page, HELLO.formatted(0));
        talk.add(ADDRESS, "from elsewhere");
        assertThat(numbers(say(page, words("12345678", "a lamp")))).containsExactly(1, 2);
    }

    @Test
    void answer_thatComesWhileAReadIsUnderWayIsNotLost() {
        say(page, HELLO.formatted(0));
        hub.news(ADDRESS);
        page.runPendingTasks();
        var early = reads.remove();
        say(page, words("12345678", "a lamp"));
        early.run();
        assertThat(numbers(settle(page))).containsExactly(1);
    }

    @Test
    void news_isReadFromTheTranscriptAndSentOnce() {
        say(page, HELLO.formatted(0));
        talk.add(ADDRESS, "your lamp is mended");
        hub.news(ADDRESS);
        hub.news(ADDRESS);
        assertThat(numbers(settle(page))).containsExactly(1);
        hub.news(ADDRESS);
        assertThat(numbers(settle(page))).isEmpty();
    }

    @Test
    void beat_carriesTheLastNumberAndFetchesWhatNobodyTold() {
        say(page, HELLO.formatted(0));
        talk.add(ADDRESS, "lost on its way");
        hub.beat();
        assertThat(settle(page)).startsWith("ping", "{\"t\":\"beat\",\"last\":1}").hasSize(3);
    }

    @Test
    void beat_ofAPageIsAnswered() {
        say(page, HELLO.formatted(0));
        assertThat(say(page, "{\"t\":\"beat\"}")).containsExactly("{\"t\":\"beat\",\"last\":0}");
    }

    @Test
    void beats_withoutALifeSignEndTheConnection() {
        say(page, HELLO.formatted(0));
        for (int i = 0; i < 5; i++) {
            hub.beat();
            page.runPendingTasks();
        }
        assertThat(page.isOpen()).isFalse();
        assertThat(hub.size()).isZero();
    }

    @Test
    void reader_thatFallsBehindIsSentNothingMoreAndClosedAtTheNextBeat() {
        say(page, HELLO.formatted(0));
        page.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        talk.add(ADDRESS, "one");
        hub.news(ADDRESS);
        assertThat(settle(page)).isEmpty();
        hub.beat();
        settle(page);
        assertThat(page.isOpen()).isFalse();
    }

    @Test
    void reader_thatCatchesUpIsSentTheRest() {
        say(page, HELLO.formatted(0));
        page.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        talk.add(ADDRESS, "one");
        hub.news(ADDRESS);
        settle(page);
        page.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        assertThat(numbers(settle(page))).containsExactly(1);
    }

    @Test
    void confirmation_isToldOnceItLeft() {
        say(page, HELLO.formatted(0));
        say(page, words("12345678", "file"));
        assertThat(talk.toldOnes()).containsExactly(1L);
    }

    @Test
    void secondPage_hasTheTalkFromThenOn() {
        say(page, HELLO.formatted(0));
        var other = connect();
        say(other, HELLO.formatted(0));
        assertThat(settle(page)).containsExactly("{\"t\":\"elsewhere\"}", "close 1000");
        talk.add(ADDRESS, "news");
        hub.news(ADDRESS);
        assertThat(numbers(settle(other))).containsExactly(1);
    }

    @Test
    void older_sendsThePageBefore() {
        for (int i = 1; i <= 40; i++) {
            talk.add(ADDRESS, "line " + i);
        }
        say(page, HELLO.formatted(40));
        assertThat(numbers(say(page, "{\"t\":\"older\",\"before\":35}"))).hasSize(30).startsWith(34, 33).endsWith(6, 5);
        assertThat(numbers(say(page, "{\"t\":\"older\",\"before\":5}"))).containsExactly(4, 3, 2, 1);
        assertThat(numbers(say(page, "{\"t\":\"older\",\"before\":1}"))).isEmpty();
    }

    @Test
    void resume_ofALongTalkComesInOrderWithoutGapOrDouble() {
        for (int i = 1; i <= 100; i++) {
            talk.add(ADDRESS, "line " + i);
        }
        assertThat(numbers(say(page, HELLO.formatted(3)))).hasSize(97).startsWith(4).endsWith(100).isSorted();
    }

    @Test
    void say_thatCannotBeTakenIsBusyAndTheSameLaterIsKept() {
        say(page, HELLO.formatted(0));
        talk.mood(Talk.Mood.FULL);
        assertThat(say(page, words("12345678", "a lamp"))).containsExactly("{\"t\":\"busy\",\"id\":\"12345678\"}");
        talk.mood(Talk.Mood.FAIL);
        assertThat(say(page, words("12345678", "a lamp"))).containsExactly("{\"t\":\"busy\",\"id\":\"12345678\"}");
        talk.mood(Talk.Mood.ANSWER);
        assertThat(say(page, words("12345678", "a lamp"))).hasSize(2);
    }

    @Test
    void say_emptyOrTooLongIsRefusedByName() {
        say(page, HELLO.formatted(0));
        assertThat(say(page, words("12345678", "  "))).containsExactly("{\"t\":\"refused\",\"id\":\"12345678\",\"why\":\"empty\"}");
        assertThat(say(page, words("12345679", "x".repeat(5_001))))
                .containsExactly("{\"t\":\"refused\",\"id\":\"12345679\",\"why\":\"long\"}");
        assertThat(say(page, words("12345670", "x".repeat(5_000)))).hasSize(2);
    }

    @Test
    void say_tooOftenIsSlowedAndAFloodClosed() {
        say(page, HELLO.formatted(0));
        var heard = new ArrayList<String>();
        for (int i = 0; i < 30 && page.isOpen(); i++) {
            heard.addAll(say(page, words("1234567" + i, "a")));
        }
        assertThat(numbers(heard)).containsExactly(1, 2, 3, 4, 5);
        assertThat(heard).contains("{\"t\":\"slow\",\"id\":\"12345675\",\"after\":10800000}").endsWith("close 1008");
    }

    @Test
    void frames_thatAreNoneOfOursCloseWithACode() {
        assertThat(say(connect(), "{\"t\":\"hello\"")).containsExactly("close 1007");
        assertThat(say(connect(), "{\"t\":\"hello\",\"token\":\"short\"}")).containsExactly("close 1007");
        assertThat(say(connect(), words("12345678", "before hello"))).containsExactly("close 1008");
        assertThat(say(connect(), "[".repeat(2_000))).containsExactly("close 1007");
        page.writeInbound(new BinaryWebSocketFrame(Unpooled.copiedBuffer(new byte[]{1})));
        assertThat(settle(page)).containsExactly("close 1003");
    }

    @Test
    void connection_thatIsGoneMakesItsSuccessorLook() {
        say(page, HELLO.formatted(0));
        talk.mood(Talk.Mood.HOLD);
        say(page, words("12345678", "a lamp"));
        page.close();
        var next = connect();
        say(next, HELLO.formatted(0));
        talk.release();
        page.runPendingTasks();
        assertThat(numbers(settle(next))).containsExactly(1);
    }

    @Test
    void address_hidesTheToken() {
        assertThat(ADDRESS.toString()).startsWith("chat:web:").doesNotContain(TOKEN).hasSize("chat:web:".length() + 43);
    }

    private EmbeddedChannel connect() {
        var channel = new EmbeddedChannel(new ChatHandler(talk, hub, SETTINGS, Clock.fixed(Talk.NOW, ZoneOffset.UTC)));
        open.add(channel);
        return channel;
    }

    private static String words(String id, String text) {
        return "{\"t\":\"say\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }

    private List<String> say(EmbeddedChannel channel, String frame) {
        channel.writeInbound(new TextWebSocketFrame(frame));
        return settle(channel);
    }

    private List<String> settle(EmbeddedChannel channel) {
        channel.runPendingTasks();
        while (!reads.isEmpty()) {
            reads.remove().run();
            open.forEach(EmbeddedChannel::runPendingTasks);
        }
        var heard = new ArrayList<String>();
        for (WebSocketFrame frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            heard.add(switch (frame) {
                case TextWebSocketFrame text -> text.text();
                case CloseWebSocketFrame close -> "close " + close.statusCode();
                case PingWebSocketFrame ping -> "ping";
                default -> frame.toString();
            });
            frame.release();
        }
        return heard;
    }

    private static List<Integer> numbers(List<String> heard) {
        return heard.stream().filter(frame -> frame.startsWith("{\"t\":\"item\"") || frame.startsWith("{\"t\":\"past\""))
                .map(frame -> Integer.valueOf(frame.replaceAll(".*\"seq\":(\\d+).*", "$1"))).toList();
    }
}
