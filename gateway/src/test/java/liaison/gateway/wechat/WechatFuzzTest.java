package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutated deliveries, reproducible by their seed: each is answered with 200 or 4xx, and the connection goes on. */
final class WechatFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 2000);
    private static final String RICH = FakeWechat.message("event", " <Event> <![CDATA[pic_weixin]]> </Event><SendPicsInfo><Count>1</Count>"
            + "<PicList><item><PicMd5Sum>&#x41;&amp;</PicMd5Sum></item></PicList></SendPicsInfo><!-- c -->");

    private final RecordingInbox inbox = new RecordingInbox();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Random random = new Random(20260101);

    @Test
    void mutations_areAnswered() {
        inbox.echo = true;
        new WechatPipeline(FakeWechat.PLAIN, inbox, Clock.systemUTC()).addTo(channel.pipeline());
        byte[][] seeds = {bytes(FakeWechat.text("你好\uD83D\uDE00", "1")), bytes(RICH)};
        for (int i = 0; i < ROUNDS; i++) {
            byte[] mutated = mutate(seeds[i % seeds.length].clone());
            switch (i % 3) {
                case 0 -> send(FakeWechat.query(), mutated);
                case 1 -> {
                    String inner = new AesKey(FakeWechat.KEY).encrypt(new byte[AesKey.RANDOM], mutated, FakeWechat.APPID);
                    send(FakeWechat.safeQuery(FakeWechat.TOKEN, inner), bytes(FakeWechat.envelope(inner)));
                }
                default -> {
                    String whole = FakeWechat.encrypt(FakeWechat.KEY, FakeWechat.APPID, RICH);
                    String broken = new String(mutate(bytes(whole)), StandardCharsets.ISO_8859_1);
                    send(FakeWechat.safeQuery(FakeWechat.TOKEN, broken), bytes(FakeWechat.envelope(broken)));
                }
            }
            assertThat(FakeWechat.answer(channel).orElse("none")).as("round " + i).matches("(?s)(200|40[035]|413) .*");
            inbox.messages.clear();
            inbox.waiting.clear();
        }
        assertThat(channel.isOpen()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void queries_areAnswered() {
        inbox.echo = true;
        new WechatPipeline(FakeWechat.PLAIN, inbox, Clock.systemUTC()).addTo(channel.pipeline());
        byte[] body = bytes(FakeWechat.text("a", "1"));
        for (int i = 0; i < ROUNDS; i++) {
            send(new String(mutate(bytes(FakeWechat.safeQuery(FakeWechat.TOKEN, "x"))), StandardCharsets.ISO_8859_1), body);
            assertThat(FakeWechat.answer(channel).orElse("none")).as("round " + i).matches("(?s)(200|40[035]) .*");
        }
        channel.finishAndReleaseAll();
    }

    private void send(String query, byte[] body) {
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/wechat/demo" + query.replaceAll("[\\x00-\\x20]", "~")),
                new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
    }

    private byte[] mutate(byte[] bytes) {
        byte[] result = bytes;
        for (int times = 1 + random.nextInt(4); times > 0 && result.length > 0; times--) {
            int at = random.nextInt(result.length);
            switch (random.nextInt(4)) {
                case 0 -> result[at] = (byte) random.nextInt(256);
                case 1 -> result[at] = (byte) "<>&;]![/#\0\"'%".charAt(random.nextInt(13));
                case 2 -> result = Arrays.copyOf(result, at);
                default -> System.arraycopy(result, 0, result, at, Math.min(result.length - at, random.nextInt(40)));
            }
        }
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
