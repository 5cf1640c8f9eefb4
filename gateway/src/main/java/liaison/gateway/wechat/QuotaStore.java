package liaison.gateway.wechat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;

/** Counts the calls of each account and day for all nodes; days are those of the platform. */
public interface QuotaStore {
    /** One more; answers the new count, or nothing while the platform's refusal still holds. */
    OptionalLong count(String account, String call, LocalDate day);

    /** The platform says that a day's calls are used up: nobody tries for so long, and after midnight as usual. */
    void usedUp(String account, String call, LocalDate day, Duration rest);

    /** For how long that still holds; zero where it does not. */
    Duration rest(String account, String call, LocalDate day);

    /** It no longer holds. */
    void again(String account, String call, LocalDate day);

    /** Calls by their name; those that were not made are missing. */
    Map<String, Long> counts(String account, LocalDate day);
}
