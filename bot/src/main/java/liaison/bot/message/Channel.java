package liaison.bot.message;

import java.util.regex.Pattern;

/**
 * A messaging account that people write to: the kind of platform and the deployment's name for the account.
 *
 * @param kind {@code wechat}, {@code wecom} or {@code chat}
 * @param account letters, digits, dash and underscore; {@code web} for the web chat
 */
public record Channel(String kind, String account) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public static final Channel WEB_CHAT = new Channel("chat", "web");

    public Channel {
        if (!NAME.matcher(kind).matches() || !NAME.matcher(account).matches()) {
            throw new IllegalArgumentException("a channel is KIND:ACCOUNT of letters, digits, '-' and '_'");
        }
    }

    @Override
    public String toString() {
        return kind + ":" + account;
    }
}
