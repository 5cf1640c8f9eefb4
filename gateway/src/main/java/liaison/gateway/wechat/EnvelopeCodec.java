package liaison.gateway.wechat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.gateway.netty.Responses;

/**
 * Opens what came, in plain mode where that is allowed, else with the keys, and closes the answer with the token and the
 * key that worked. Of a delivery that carries both plain fields and encrypted ones, the encrypted ones count.
 */
final class EnvelopeCodec extends ChannelDuplexHandler {
    private static final String ACKNOWLEDGEMENT = "success";

    private final Secrets secrets;
    private final Clock clock;
    private final Salt salt;
    private final Signature signature = new Signature();
    private Optional<Pair> used = Optional.empty();

    EnvelopeCodec(Secrets secrets, Clock clock, SecureRandom random) {
        this.secrets = secrets;
        this.clock = clock;
        salt = new Salt(random);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        SignedRequest request = (SignedRequest) message;
        ctx.fireChannelRead(new Received(switch (request.query().get("encrypt_type")) {
            case "", "raw" -> plain(request);
            case "aes" -> open(request);
            default -> throw Refused.malformed("unknown encrypt_type");
        }));
    }

    private Map<String, String> plain(SignedRequest request) {
        if (!secrets.plain()) {
            throw Refused.foreign("plain mode is off");
        }
        used = Optional.empty();
        return FlatXml.read(request.body());
    }

    private Map<String, String> open(SignedRequest request) {
        Map<String, String> outer = FlatXml.read(request.body());
        String encrypted = outer.getOrDefault("Encrypt", "");
        if (encrypted.isEmpty()) {
            throw Refused.malformed("nothing encrypted");
        }
        String token = tokenOf(request.query(), encrypted);
        Map<String, String> inner = FlatXml.read(decrypt(token, encrypted));
        String account = outer.getOrDefault("ToUserName", "");
        if (!account.isEmpty() && !account.equals(inner.get("ToUserName"))) {
            throw Refused.foreign("outer and inner account differ");
        }
        return inner;
    }

    private String tokenOf(Query query, String encrypted) {
        String claimed = query.get("msg_signature");
        String timestamp = query.get("timestamp");
        String nonce = query.get("nonce");
        for (String token : secrets.tokens()) {
            if (signature.matches(claimed, token, timestamp, nonce, encrypted)) {
                return token;
            }
        }
        throw Refused.foreign("wrong msg_signature");
    }

    private byte[] decrypt(String token, String encrypted) {
        Refused refused = Refused.foreign("no key to decrypt with");
        for (AesKey key : secrets.keys()) {
            try {
                byte[] message = key.decrypt(encrypted, secrets.appid());
                used = Optional.of(new Pair(token, key));
                return message;
            } catch (Refused e) {
                refused = e;
            }
        }
        throw refused;
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
            return ACKNOWLEDGEMENT;
        }
        return used.isPresent() ? seal(used.get(), reply.xml()) : reply.xml();
    }

    private String seal(Pair pair, String xml) {
        String encrypted = pair.key().encrypt(salt.bytes(AesKey.RANDOM), xml.getBytes(StandardCharsets.UTF_8), secrets.appid());
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = salt.nonce();
        return WechatXml.envelope(encrypted, signature.of(pair.token(), timestamp, nonce, encrypted), timestamp, nonce);
    }

    private record Pair(String token, AesKey key) {
    }

    /** What opens and closes envelopes, the current ones first. */
    record Secrets(String appid, List<String> tokens, List<AesKey> keys, boolean plain) {
        Secrets {
            tokens = List.copyOf(tokens);
            keys = List.copyOf(keys);
        }
    }
}
