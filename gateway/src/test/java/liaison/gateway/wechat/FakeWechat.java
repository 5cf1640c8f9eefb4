package liaison.gateway.wechat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The platform's side: signs, encrypts and delivers, and reads what is answered. */
final class FakeWechat {
    static final String TOKEN = "testtoken";
    static final String KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    static final String APPID = "wx49f0ab532d5d035a";
    static final WechatAccount SAFE = new WechatAccount("demo", APPID, TOKEN, KEY, "", "", false);
    static final WechatAccount PLAIN = new WechatAccount("demo", APPID, TOKEN, KEY, "", "", true);

    private static final String TIMESTAMP = "1700000000";
    private static final String NONCE = "nonce";

    private FakeWechat() {
    }

    static String text(String words, String id) {
        return message("text", "<Content><![CDATA[" + words + "]]></Content><MsgId>" + id + "</MsgId>");
    }

    static String message(String type, String fields) {
        return "<xml><ToUserName><![CDATA[gh_account]]></ToUserName><FromUserName><![CDATA[oResident]]></FromUserName>"
                + "<CreateTime>1700000000</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + fields + "</xml>";
    }

    static String query() {
        return query(TOKEN);
    }

    static String query(String token) {
        return "?signature=" + new Signature().of(token, TIMESTAMP, NONCE) + "&timestamp=" + TIMESTAMP + "&nonce=" + NONCE
                + "&openid=oResident";
    }

    static String safeQuery(String token, String encrypted) {
        return query(token) + "&encrypt_type=aes&msg_signature=" + new Signature().of(token, TIMESTAMP, NONCE, encrypted);
    }

    static String encrypt(String key, String appid, String xml) {
        return new AesKey(key).encrypt(new byte[AesKey.RANDOM], xml.getBytes(StandardCharsets.UTF_8), appid);
    }

    static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[gh_account]]></ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
    }

    /** The text of an element, with or without CDATA around it; empty where it is missing. */
    static String between(String xml, String element) {
        int start = xml.indexOf("<" + element + ">");
        int end = xml.indexOf("</" + element + ">");
        return start < 0 || end < 0
                ? ""
                : xml.substring(start + element.length() + 2, end).strip().replace("<![CDATA[", "").replace("]]>", "");
    }

    /** Delivers in a mode. */
    static void deliver(EmbeddedChannel channel, Mode mode, String xml) {
        String[] packed = mode.pack(xml);
        post(channel, packed[0], packed[1]);
    }

    /** Delivers in plain mode. */
    static void deliver(EmbeddedChannel channel, String xml) {
        post(channel, query(), xml);
    }

    /** Delivers in safe mode. */
    static void deliverSafely(EmbeddedChannel channel, String token, String key, String xml) {
        String encrypted = encrypt(key, APPID, xml);
        post(channel, safeQuery(token, encrypted), envelope(encrypted));
    }

    static void post(EmbeddedChannel channel, String query, String body) {
        send(channel, HttpMethod.POST, query, body);
    }

    static void send(EmbeddedChannel channel, HttpMethod method, String query, String body) {
        ByteBuf content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, "/wechat/demo" + query),
                new DefaultLastHttpContent(content));
    }

    static String verification(String echo) {
        return query() + "&echostr=" + URLEncoder.encode(echo, StandardCharsets.UTF_8);
    }

    /** What was answered, {@code STATUS BODY}; empty when nothing was. */
    static Optional<String> answer(EmbeddedChannel channel) {
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
