package liaison.gateway.wechat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import liaison.gateway.netty.Responses;

/**
 * Opens what came, in plain mode where that is allowed, else with the keys, and closes the answer with the token and the
 * key that worked. Of a delivery that carries both plain fields and encrypted ones, the encrypted ones count.
 */
final class EnvelopeCodec extends ChannelDuplexHandler {
    private static final String ACKNOWLEDGEMENT = "success";

    private final Supplier<Secrets> secrets;
    private final Clock clock;
    private final Salt salt;
    private final Signature signature = new Signature();
    private Optional<Secrets.Pair> used = Optional.empty();

    EnvelopeCodec(Supplier<Secrets> secrets, Clock clock, SecureRandom random) {
        this.secrets = secrets;
        this.clock = clock;
        salt = new Salt(random);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        SignedRequest request = (SignedRequest) message;
        Secrets now = secrets.get();
        ctx.fireChannelRead(new Received(now.corporate() ? open(request, now) : switch (request.query().get("encrypt_type")) {
            case "", "raw" -> plain(request, now);
            case "aes" -> open(request, now);
            default -> throw Refused.malformed("unknown encrypt_type");
        }));
    }

    private Map<String, String> plain(SignedRequest request, Secrets now) {
        if (!now.plain()) {
            throw Refused.foreign("plain mode is off");
        }
        used = Optional.empty();
        return FlatXml.read(request.body());
    }

    private Map<String, String> open(SignedRequest request, Secrets now) {
        Map<String, String> outer = FlatXml.read(request.body());
        Secrets.Opened opened = now.open(request.query(), outer.getOrDefault("Encrypt", ""), signature);
        used = Optional.of(opened.pair());
        Map<String, String> inner = FlatXml.read(opened.message());
        String account = outer.getOrDefault("ToUserName", "");
        // the outer name of a corporation is its id, the receiver; within stands whatever the app is called
        String meant = now.corporate() ? now.receiver() : inner.getOrDefault("ToUserName", "");
        if (!account.isEmpty() && !account.equals(meant)) {
            throw Refused.foreign("outer and inner account differ");
        }
        return inner;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ReplyXml reply) {
            ByteBuf bytes = ByteBufUtil.writeUtf8(ctx.alloc(), body(reply));
            AsciiString type = reply.xml().isEmpty() ? Responses.TEXT : Responses.XML;
            ctx.write(Responses.of(HttpResponseStatus.OK, type, bytes), promise);
        } else {
            ctx.write(message, promise);
        }
    }

    /** What is sent of a reply: closed with the pair that opened what came, and as it is where that came open. */
    String body(ReplyXml reply) {
        if (reply.xml().isEmpty()) {
            return secrets.get().corporate() ? "" : ACKNOWLEDGEMENT;
        }
        return used.isPresent() ? used.get().seal(reply.xml(), clock.instant(), salt, signature) : reply.xml();
    }
}
