package liaison.gateway.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import liaison.bot.dialog.Answer;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.testing.Envelope;
import liaison.gateway.testing.Mutations;
import liaison.gateway.wechat.WechatAccount;
import liaison.gateway.wechat.WechatPipeline;
import org.junit.jupiter.api.Test;

/** Mutated HTTP, from its first line to the end of its body: each connection is answered with 200 or 4xx, waits for more, or closes. */
final class FramingFuzzTest {
    private static final Pattern GOOD = Pattern.compile("(?s)|(HTTP/1.1 (100|200|4..) .*)");

    private final ServerSettings settings = ServerSettings.LOOPBACK;

    @Test
    void mutations_areAnsweredOrClosed() {
        var route = new WechatPipeline(new WechatAccount("demo", Envelope.APPID, Envelope.TOKEN, Envelope.AES_KEY, "", "", true),
                new Echo(),
                Clock.systemUTC());
        byte[][] seeds = {whole(false), whole(true), chunked()};
        int answered = 0;
        try (var mutations = new Mutations(11)) {
            for (int i = 0; i < Mutations.share(10); i++) {
                String answer = exchange(route, mutations.of(seeds[i % seeds.length]));
                if (!GOOD.matcher(answer).matches()) {
                    throw new AssertionError("round " + i + " was answered with " + answer);
                }
                answered += answer.isEmpty() ? 0 : 1;
            }
            assertThat(answered).isPositive();
            assertThat(mutations.leaks()).isEmpty();
        }
    }

    private String exchange(Route route, byte[] bytes) {
        var connections = new Connections(settings.connections(), settings.connectionsPerAddress());
        var channel = new EmbeddedChannel(new ConnectionInitializer(settings, connections, List.of(route)));
        var input = channel.alloc().directBuffer().writeBytes(bytes);
        channel.writeInbound(input);
        channel.runPendingTasks();
        var all = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        channel.finishAndReleaseAll();
        if (input.refCnt() != 0) {
            throw new AssertionError("references left: " + input.refCnt());
        }
        return all.toString();
    }

    private static byte[] whole(boolean safe) {
        String[] packed = new Envelope(1_700_000_000, safe).pack("/wechat/demo", "oResident", "你好", 1);
        byte[] body = packed[1].getBytes(StandardCharsets.UTF_8);
        return ("POST " + packed[0] + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n"
                + packed[1]).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunked() {
        String[] packed = new Envelope(1_700_000_000, false).pack("/wechat/demo", "oResident", "hello", 1);
        return ("POST " + packed[0] + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
                + Integer.toHexString(packed[1].length()) + "\r\n" + packed[1] + "\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Says every text back. */
    private static final class Echo implements Inbox {
        @Override
        public boolean offer(InboundMessage message, Waiting waiting) {
            String words = message instanceof InboundMessage.Text text ? text.text() : "";
            waiting.answered(new Answer(message.from(), 1, words, List.of(), "", "", false, false));
            return true;
        }

        @Override
        public void told(Address address, long seq) {
            // nothing is guarded here
        }

        @Override
        public void untold(Address address, long seq) {
            // nothing is late here
        }
    }
}
