package liaison.bot.dialog;

import java.util.Collection;
import java.util.List;
import liaison.bot.message.Channel;
import liaison.bot.people.Directory;

/** What an account is for: where its residents belong as long as nothing else is known of them. */
@FunctionalInterface
public interface Scopes {
    /** Of accounts that serve everybody. */
    Scopes NONE = account -> List.of();

    /** Codes of the stations whose residents write to the account; empty for all. Codes that the directory lacks do no harm. */
    List<String> stations(Channel account);

    /**
     * Whether some stations look after those residents of an account of whom no station is known: each of the account's does; of an account
     * that serves everybody the first there is, whose staff is told of them, too.
     */
    default boolean areHome(Collection<String> stations, Channel account, Directory directory) {
        var own = stations(account).stream().filter(code -> directory.station(code).isPresent()).toList();
        return own.isEmpty()
                ? directory.stations(1).stream().anyMatch(first -> stations.contains(first.code()))
                : own.stream().anyMatch(stations::contains);
    }
}
