package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import liaison.gateway.testing.Mutations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mutated deliveries, reproducible by their seed: each is answered with 200 or 4xx, and the connection goes on. */
final class WechatFuzzTest {
    private static final Pattern GOOD = Pattern.compile("(?s)(200|40[035]|413) .*");
    private static final String RICH = FakeWechat.message("event", " <Event> <![CDATA[pic_weixin]]> </Event><SendPicsInfo><Count>1</Count>"
            + "<PicList><item><PicMd5Sum>&#x41;&amp;</PicMd5Sum></item></PicList></SendPicsInfo><!-- c -->");

    private final Mutations mutations = new Mutations(20260101);
    private final RecordingInbox inbox = new RecordingInbox();
    private final EmbeddedChannel channel = inbox.echoed(FakeWechat.PLAIN);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
        mutations.close();
    }

    @Test
    void mutations_areAnswered() {
        byte[][] seeds = {bytes(FakeWechat.text("你好\uD83D\uDE00", "1")), bytes(RICH)};
        byte[] whole = bytes(FakeWechat.encrypt(FakeWechat.KEY, FakeWechat.APPID, RICH));
        for (int i = 0; i < Mutations.share(75); i++) {
            byte[] seed = seeds[i % seeds.length];
            switch (i % 3) {
                case 0 -> answered(i, FakeWechat.query(), mutations.of(seed));
                case 1 -> {
                    String inner = new AesKey(FakeWechat.KEY).encrypt(new byte[AesKey.RANDOM], mutations.of(seed), FakeWechat.APPID);
                    answered(i, FakeWechat.safeQuery(FakeWechat.TOKEN, inner), bytes(FakeWechat.envelope(inner)));
                }
                default -> {
                    String broken = new String(mutations.of(whole), StandardCharsets.ISO_8859_1);
                    answered(i, FakeWechat.safeQuery(FakeWechat.TOKEN, broken), bytes(FakeWechat.envelope(broken)));
                }
            }
        }
        assertThat(channel.isOpen()).isTrue();
        assertThat(mutations.leaks()).isEmpty();
    }

    @Test
    void queries_areAnswered() {
        byte[] body = bytes(FakeWechat.text("a", "1"));
        byte[] query = bytes(FakeWechat.safeQuery(FakeWechat.TOKEN, "x"));
        for (int i = 0; i < Mutations.share(10); i++) {
            answered(i, new String(mutations.of(query), StandardCharsets.ISO_8859_1), body);
        }
        assertThat(mutations.leaks()).isEmpty();
    }

    private void answered(int round, String query, byte[] body) {
        ByteBuf buffer = channel.alloc().directBuffer().writeBytes(body);
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/wechat/demo" + query.replaceAll("[\\x00-\\x20]", "~")),
                new DefaultLastHttpContent(buffer));
        String answer = FakeWechat.answer(channel).orElse("none");
        if (!GOOD.matcher(answer).matches() || buffer.refCnt() != 0) {
            throw new AssertionError("round " + round + " was answered with " + answer + ", references left: " + buffer.refCnt());
        }
        inbox.messages.clear();
        inbox.waiting.clear();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
