package liaison.gateway.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** Access tokens under {@code token:{account}} and claims under {@code claim:{what}}; while Redis is gone, each node for itself. */
public final class RedisTokenStore {
    private static final String EXPIRE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final UnifiedJedis redis;
    private final Map<String, Held> own = new ConcurrentHashMap<>();
    private final Outage outage = new Outage("this node keeps its access tokens for itself");

    public RedisTokenStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<String> token(String account) {
        String key = key("token", account);
        return outage.attempt(() -> Optional.ofNullable(redis.get(key)), () -> held(key));
    }

    public void keep(String account, String token, Duration lives) {
        String key = key("token", account);
        own.put(key, new Held(token, System.nanoTime() + lives.toNanos()));
        outage.attempt(() -> Optional.of(redis.set(key, token, SetParams.setParams().px(lives.toMillis()))), Optional::empty);
    }

    /** Forgets the token, unless another one is held by now. */
    public void expire(String account, String token) {
        String key = key("token", account);
        own.computeIfPresent(key, (same, held) -> held.value.equals(token) ? null : held);
        outage.attempt(() -> Optional.of(redis.eval(EXPIRE, List.of(key), List.of(token)).toString()), Optional::empty);
    }

    public boolean claim(String what, Duration lasts) {
        String key = key("claim", what);
        return outage.attempt(() -> redis.set(key, "1", SetParams.setParams().nx().px(lasts.toMillis())) != null,
                () -> claimAlone(key, lasts));
    }

    public void release(String what) {
        own.remove(key("claim", what));
        outage.attempt(() -> Optional.of(redis.del(key("claim", what))), Optional::empty);
    }

    private boolean claimAlone(String key, Duration lasts) {
        long now = System.nanoTime();
        var mine = new Held(UUID.randomUUID().toString(), now + lasts.toNanos());
        return own.merge(key, mine, (old, fresh) -> old.until - now > 0 ? old : fresh).equals(mine);
    }

    private Optional<String> held(String key) {
        return Optional.ofNullable(own.get(key)).filter(held -> held.until - System.nanoTime() > 0).map(Held::value);
    }

    private static String key(String kind, String name) {
        return kind + ":{" + name + "}";
    }

    private record Held(String value, long until) {
    }
}
