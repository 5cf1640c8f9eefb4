package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one message costs between its bytes and our type, and one reply between its words and its bytes, beside the SDK that
 * most Java programs for the platform use. What comes goes through the handlers of our pipeline, its buffer included.
 */
public class CodecBench {
    private static final double AIM = 5;
    private static final String WORDS = "锦绣苑2号楼门口的路灯坏了半个月，晚上老人看不见路，请尽快派人来修。";
    private static final String ANSWER = "已登记，单号 LZ20261123-0007。\n最晚 11月30日答复您。\n临川联络站会跟进。\n回复「查进度」可以随时查看。";
    private static final Channel DEMO = new Channel("wechat", "demo");

    /** A connection of ours, and a configuration of theirs, with the same account and the same message. */
    @State(Scope.Thread)
    public static class Desk {
        final String xml = FakeWechat.text(WORDS, "7231234567890123456");
        final String[] plain = liaison.gateway.wechat.Mode.PLAIN.pack(xml);
        final String[] safe = liaison.gateway.wechat.Mode.SAFE.pack(xml);
        final byte[] plainBody = plain[1].getBytes(StandardCharsets.UTF_8);
        final byte[] safeBody = safe[1].getBytes(StandardCharsets.UTF_8);
        final Received received = new Received(FlatXml.read(plainBody));
        final EnvelopeCodec plainCodec = codec();
        final EnvelopeCodec safeCodec = codec();
        final EmbeddedChannel plainChannel = connect(plainCodec);
        final EmbeddedChannel safeChannel = connect(safeCodec);
        final WxMpDefaultConfigImpl theirs = new WxMpDefaultConfigImpl();
        final Query query = new Query(safe[0]);

        public Desk() {
            theirs.setAppId(FakeWechat.APPID);
            theirs.setToken(FakeWechat.TOKEN);
            theirs.setAesKey(FakeWechat.KEY);
            // the reply is closed with the pair that opened what came
            read(safeChannel, safe[0], safeBody);
            read(plainChannel, plain[0], plainBody);
        }

        private static EnvelopeCodec codec() {
            return new EnvelopeCodec(() -> new Secrets(FakeWechat.APPID, List.of(FakeWechat.TOKEN),
                    List.of(new AesKey(FakeWechat.KEY)), true, false), Clock.systemUTC(), new SecureRandom());
        }

        private static EmbeddedChannel connect(EnvelopeCodec codec) {
            return new EmbeddedChannel(new SignatureHandler(() -> List.of(FakeWechat.TOKEN)), codec);
        }
    }

    private static InboundMessage read(EmbeddedChannel channel, String query, byte[] body) {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/wechat/demo" + query,
                Unpooled.wrappedBuffer(body)));
        Received received = channel.readInbound();
        return WechatXml.message(DEMO, received);
    }

    private static byte[] write(EnvelopeCodec codec, Received to) {
        return codec.body(ReplyXml.of(to, new PassiveReply.Text(ANSWER), 1_700_000_000)).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Object readPlain(Desk desk) {
        return read(desk.plainChannel, desk.plain[0], desk.plainBody);
    }

    @Benchmark
    public Object readSafe(Desk desk) {
        return read(desk.safeChannel, desk.safe[0], desk.safeBody);
    }

    @Benchmark
    public Object writePlain(Desk desk) {
        return write(desk.plainCodec, desk.received);
    }

    @Benchmark
    public Object writeSafe(Desk desk) {
        return write(desk.safeCodec, desk.received);
    }

    @Benchmark
    public Object readPlainTheirs(Desk desk) {
        if (!SHA1.gen(FakeWechat.TOKEN, desk.query.get("timestamp"), desk.query.get("nonce")).equals(desk.query.get("signature"))) {
            throw new IllegalStateException("wrongly signed");
        }
        return WxMpXmlMessage.fromXml(new String(desk.plainBody, StandardCharsets.UTF_8));
    }

    @Benchmark
    public Object readSafeTheirs(Desk desk) {
        return WxMpXmlMessage.fromEncryptedXml(new String(desk.safeBody, StandardCharsets.UTF_8), desk.theirs, desk.query.get("timestamp"),
                desk.query.get("nonce"), desk.query.get("msg_signature"));
    }

    @Benchmark
    public Object writePlainTheirs(Desk desk) {
        return reply(desk).toXml().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Object writeSafeTheirs(Desk desk) {
        return reply(desk).toEncryptedXml(desk.theirs).getBytes(StandardCharsets.UTF_8);
    }

    private static WxMpXmlOutMessage reply(Desk desk) {
        return WxMpXmlOutMessage.TEXT().toUser(desk.received.field("FromUserName")).fromUser(desk.received.field("ToUserName"))
                .content(ANSWER).build();
    }

    @Test
    void codec_isFiveTimesAsFast() throws RunnerException {
        var options = new OptionsBuilder().include(CodecBench.class.getName() + "\\.").forks(1)
                .warmupIterations(4)
                .measurementIterations(5).warmupTime(TimeValue.seconds(1)).measurementTime(TimeValue.seconds(1))
                .timeUnit(TimeUnit.MICROSECONDS).mode(Mode.AverageTime).addProfiler(GCProfiler.class)
                .jvmArgs("-Dio.netty.leakDetection.level=disabled", "--enable-native-access=ALL-UNNAMED", "-Xmx512m").build();
        Collection<RunResult> results = new Runner(options).run();
        for (String mode : List.of("Plain", "Safe")) {
            double read = compare(results, "read" + mode);
            double written = compare(results, "write" + mode);
            double theirs = micros(results, "read" + mode + "Theirs") + micros(results, "write" + mode + "Theirs");
            assertThat(theirs / (read + written)).as("a message and its reply: " + mode).isGreaterThanOrEqualTo(AIM);
        }
    }

    private static double compare(Collection<RunResult> results, String what) {
        double ours = micros(results, what);
        double theirs = micros(results, what + "Theirs");
        System.out.printf(Locale.ROOT, "%s: %.2f us and %.0f bytes, theirs %.2f us and %.0f bytes: %.1f times as fast%n", what, ours,
                bytes(results, what), theirs, bytes(results, what + "Theirs"), theirs / ours);
        return ours;
    }

    private static double micros(Collection<RunResult> results, String what) {
        return result(results, what).getPrimaryResult().getScore();
    }

    private static double bytes(Collection<RunResult> results, String what) {
        return Objects.requireNonNull(result(results, what).getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
    }

    private static RunResult result(Collection<RunResult> results, String what) {
        return results.stream().filter(one -> one.getParams().getBenchmark().endsWith("." + what)).findFirst().orElseThrow();
    }
}
