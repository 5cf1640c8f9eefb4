package liaison.gateway.wechat;

/**
 * An Official Account whose messages we take. The previous token and key stay good while the platform still uses them;
 * each is empty when there is none.
 *
 * @param plain whether messages in plain mode are taken, whose bodies nothing signs; the key may then be empty
 */
public record WechatAccount(String name, String appid, String token, String aesKey, String previousToken, String previousAesKey,
        boolean plain) {
    public WechatAccount {
        if (token.isBlank() || appid.isBlank()) {
            throw new IllegalArgumentException("account " + name + " needs a token and an appid");
        }
        if (aesKey.isEmpty() && !plain) {
            throw new IllegalArgumentException("account " + name + " needs an aes-key, since it does not take plain mode");
        }
    }

    @Override
    public String toString() {
        return "WechatAccount[" + name + "]";
    }
}
