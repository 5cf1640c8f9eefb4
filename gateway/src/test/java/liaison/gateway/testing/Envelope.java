package liaison.gateway.testing;

/** The platform's side of a message, written apart from the product's own: signature, plain body, and safe mode's envelope. */
public final class Envelope {
    public static final String TOKEN = "benchtoken";
    public static final String AES_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    public static final String APPID = "wx49f0ab532d5d035a";

    private final PlatformCipher cipher = new PlatformCipher(AES_KEY);
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
        String query = "?signature=" + PlatformCipher.sign(TOKEN, timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                + "&openid=" + openid;
        String plain = "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>" + timestamp + "</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + fields
                + "<MsgId>" + messageId + "</MsgId></xml>";
        if (!safe) {
            return new String[]{path + query, plain};
        }
        String sealed = cipher.encrypt(plain, APPID);
        return new String[]{
                path + query + "&encrypt_type=aes&msg_signature=" + PlatformCipher.sign(TOKEN, timestamp, nonce, sealed),
                "<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>"};
    }

    /** The words of an answer, empty where there are none. */
    public String unpack(String body) {
        if (!safe) {
            return PlatformCipher.between(body, "Content");
        }
        String sealed = PlatformCipher.between(body, "Encrypt");
        return sealed.isEmpty() ? "" : PlatformCipher.between(cipher.decrypt(sealed).message(), "Content");
    }
}
