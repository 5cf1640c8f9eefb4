package liaison.gateway.redis;

import java.time.Duration;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** What was sent in a window under {@code sent:{key}}; while Redis is gone nobody can tell, and everything may be tried. */
public final class RedisSendCounts {
    private static final String TAKE = """
            local n = redis.call('incr', KEYS[1])
            if n == 1 then redis.call('pexpire', KEYS[1], ARGV[2]) end
            if n <= tonumber(ARGV[1]) then return 1 end
            redis.call('decr', KEYS[1])
            return 0
            """;
    /** Never below nothing, and never a key without an end. */
    private static final String GIVE_BACK = """
            if tonumber(redis.call('get', KEYS[1]) or '0') > 0 then return redis.call('decr', KEYS[1]) end
            return 0
            """;
    private static final String ALL = "1000000";

    private final UnifiedJedis redis;
    private final Outage outage = new Outage("the platform is asked who may be talked to");

    public RedisSendCounts(UnifiedJedis redis) {
        this.redis = redis;
    }

    public boolean take(String key, int most, Duration lasts) {
        return outage.attempt(() -> redis.eval(TAKE, List.of(named(key)), List.of(Integer.toString(most), Long.toString(lasts.toMillis())))
                .equals(1L), () -> true);
    }

    public void giveBack(String key) {
        outage.attempt(() -> redis.eval(GIVE_BACK, List.of(named(key)), List.of()), () -> 0L);
    }

    /** Nothing is left. */
    public void close(String key, Duration lasts) {
        outage.attempt(() -> redis.set(named(key), ALL, SetParams.setParams().px(lasts.toMillis())), () -> "");
    }

    private static String named(String key) {
        return "sent:{" + key + "}";
    }
}
