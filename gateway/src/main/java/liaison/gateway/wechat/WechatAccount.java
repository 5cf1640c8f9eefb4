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
        checkKey(name, "aes-key", aesKey);
        checkKey(name, "previous-aes-key", previousAesKey);
    }

    private static void checkKey(String name, String setting, String key) {
        if (!key.isEmpty() && !key.matches("[A-Za-z0-9+/]{43}")) {
            throw new IllegalArgumentException("the " + setting + " of account " + name
                    + " must be the 43 letters and digits of the platform's EncodingAESKey, but has " + key.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return "WechatAccount[" + name + "]";
    }
}
