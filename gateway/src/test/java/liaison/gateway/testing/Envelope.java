package liaison.gateway.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of a message, written apart from the product's own: signature, plain body, and safe mode's envelope. */
public final class Envelope {
    public static final String TOKEN = "benchtoken";
    public static final String AES_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    public static final String APPID = "wx49f0ab532d5d035a";
    private static final int BLOCK = 32;

    private final byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
    private final String timestamp;
    private final String nonce = "bench7";
    private final boolean safe;

    public Envelope(long second, boolean safe) {
        timestamp = Long.toString(second);
        this.safe = safe;
    }

    /** Path with query, and body. */
    public String[] pack(String path, String openid, String text, long messageId) {
        return pack(path, openid, "text", "<Content><![CDATA[" + text + "]]></Content>", messageId);
    }

    /** The same of any type, with its fields. */
    public String[] pack(String path, String openid, String type, String fields, long messageId) {
        String query = "?signature=" + sha1(TOKEN, timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce + "&openid=" + openid;
        String plain = "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>" + timestamp + "</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + fields
                + "<MsgId>" + messageId + "</MsgId></xml>";
        if (!safe) {
            return new String[]{path + query, plain};
        }
        String sealed = Base64.getEncoder().encodeToString(encrypt(plain.getBytes(StandardCharsets.UTF_8)));
        return new String[]{
                path + query + "&encrypt_type=aes&msg_signature=" + sha1(TOKEN, timestamp, nonce, sealed),
                "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>"};
    }

    /** The words of an answer, empty where there are none. */
    public String unpack(String body) {
        return safe ? between(decrypt(between(body, "Encrypt")), "Content") : between(body, "Content");
    }

    private byte[] encrypt(byte[] message) {
        byte[] appid = APPID.getBytes(StandardCharsets.UTF_8);
        int length = 20 + message.length + appid.length;
        int padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding).put(new byte[16]).putInt(message.length).put(message).put(appid);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        return crypt(Cipher.ENCRYPT_MODE, plain.array());
    }

    private String decrypt(String sealed) {
        if (sealed.isEmpty()) {
            return "";
        }
        byte[] plain = crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
        int length = ByteBuffer.wrap(plain, 16, 4).getInt();
        return new String(plain, 20, length, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String between(String xml, String tag) {
        int start = xml.indexOf("<" + tag + "><![CDATA[");
        int end = xml.indexOf("]]></" + tag + ">");
        return start < 0 || end < 0 ? "" : xml.substring(start + tag.length() + 11, end);
    }

    private static String sha1(String... parts) {
        try {
            var joined = Stream.of(parts).sorted().collect(Collectors.joining());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
