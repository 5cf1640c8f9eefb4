package liaison.bot.message;

/**
 * A messaging account that people write to: the kind of platform and the deployment's name for the account.
 *
 * @param kind {@code wechat}, {@code wecom} or {@code chat}
 * @param account letters, digits, dash and underscore; {@code web} for the web chat
 */
public record Channel(String kind, String account) {
    private static final int MAX_LENGTH = 64;

    public static final Channel WEB_CHAT = new Channel("chat", "web");

    public Channel {
        if (!isName(kind) || !isName(account)) {
            throw new IllegalArgumentException("a channel is KIND:ACCOUNT of letters, digits, '-' and '_'");
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return kind + ":" + account;
    }
}
