package liaison.gateway.wechat;

import java.time.Duration;

/** Counts what was sent under a key, for all nodes. What is forgotten is counted anew: the platform counts as well. */
public interface SendCounts {
    /** One more, unless there are that many; true when nobody can tell. */
    boolean take(String key, int most, Duration lasts);

    void giveBack(String key);

    /** The platform says that nothing is left. */
    void close(String key, Duration lasts);
}
