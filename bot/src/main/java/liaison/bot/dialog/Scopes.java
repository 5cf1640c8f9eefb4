package liaison.bot.dialog;

import java.util.List;
import liaison.bot.message.Channel;

/** What an account is for: where its residents belong as long as nothing else is known of them. */
@FunctionalInterface
public interface Scopes {
    /** Of accounts that serve everybody. */
    Scopes NONE = account -> List.of();

    /** Codes of the stations whose residents write to the account; empty for all. Codes that the directory lacks do no harm. */
    List<String> stations(Channel account);
}
