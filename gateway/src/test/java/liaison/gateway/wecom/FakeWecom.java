package liaison.gateway.wecom;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import liaison.gateway.testing.PlatformCipher;

/** The platform's side of an app's callbacks, written apart from the product's own: signs, encrypts and delivers, and reads what is answered. */
final class FakeWecom {
    static final String TOKEN = "officetoken";
    static final String KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    static final String CORPID = "ww0123456789abcdef";
    static final int AGENT = 1000002;
    private static final String TIMESTAMP = "1700000000";
    private static final String NONCE = "nonce";

    private final String token;
    private final PlatformCipher cipher;

    FakeWecom() {
        this(TOKEN, KEY);
    }

    FakeWecom(String token, String key) {
        this.token = token;
        cipher = new PlatformCipher(key);
    }

    static WecomAccount account(URI api) {
        return account(TOKEN, KEY, "", "", api);
    }

    static WecomAccount account(String token, String key, String previousToken, String previousKey, URI api) {
        return new WecomAccount("office", CORPID, AGENT, token, key, "app-secret", previousToken, previousKey, api);
    }

    static String text(String from, String words, String id) {
        return message(from, "text", "<Content><![CDATA[" + words + "]]></Content><MsgId>" + id + "</MsgId>");
    }

    static String message(String from, String type, String fields) {
        return "<xml><ToUserName><![CDATA[" + CORPID + "]]></ToUserName><FromUserName><![CDATA[" + from
                + "]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + fields
                + "<AgentID>" + AGENT + "</AgentID></xml>";
    }

    static String press(String from, String button, String task, String code) {
        return message(from, "event",
                "<Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[" + button + "]]></EventKey><TaskId><![CDATA["
                        + task + "]]></TaskId><CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[" + code
                        + "]]></ResponseCode>");
    }

    String encrypt(String message) {
        return encrypt(message, CORPID);
    }

    String encrypt(String message, String receiver) {
        return cipher.encrypt(message, receiver);
    }

    /** With any length in the field for it. */
    String encrypt(byte[] message, int length, String receiver) {
        return cipher.encrypt(message, length, receiver);
    }

    /** The XML of an answer whose signature is good. */
    String open(String envelope) {
        String sealed = PlatformCipher.between(envelope, "Encrypt");
        String nonce = PlatformCipher.between(envelope, "Nonce");
        String timestamp = envelope.replaceAll("(?s).*<TimeStamp>(\\d+)</TimeStamp>.*", "$1");
        if (!PlatformCipher.sign(token, timestamp, nonce, sealed).equals(PlatformCipher.between(envelope, "MsgSignature"))) {
            throw new IllegalStateException("an answer is wrongly signed");
        }
        var opened = cipher.decrypt(sealed);
        if (!opened.receiver().equals(CORPID)) {
            throw new IllegalStateException("an answer is for somebody else");
        }
        return opened.message();
    }

    String query(String encrypted) {
        return "?msg_signature=" + PlatformCipher.sign(token, TIMESTAMP, NONCE, encrypted) + "&timestamp=" + TIMESTAMP + "&nonce=" + NONCE;
    }

    String verification(String encrypted) {
        return query(encrypted) + "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8);
    }

    static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[" + CORPID + "]]></ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt><AgentID><![CDATA["
                + AGENT + "]]></AgentID></xml>";
    }

    /** Delivers; {@code STATUS BODY} of the answer, empty where there is none. */
    Optional<String> deliver(EmbeddedChannel channel, String xml) {
        String encrypted = encrypt(xml);
        return send(channel, HttpMethod.POST, query(encrypted), envelope(encrypted));
    }

    static Optional<String> send(EmbeddedChannel channel, HttpMethod method, String query, String body) {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, "/wecom/office" + query),
                new DefaultLastHttpContent(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)));
        channel.runPendingTasks();
        FullHttpResponse response = channel.readOutbound();
        if (response == null) {
            return Optional.empty();
        }
        String answer = response.status().code() + " " + response.content().toString(StandardCharsets.UTF_8);
        response.release();
        return Optional.of(answer);
    }
}
