package liaison.gateway.redis;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The calls of each account and day under {@code quota:{account}:DAY}, and what is used up under {@code used-up:{account}:DAY:CALL};
 * while Redis is gone, each node counts for itself.
 */
public final class RedisQuotas {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final String COUNT = """
            if redis.call('exists', KEYS[2]) == 1 then return -1 end
            local n = redis.call('hincrby', KEYS[1], ARGV[1], 1)
            if n == 1 then redis.call('pexpire', KEYS[1], ARGV[2]) end
            return n
            """;

    private final UnifiedJedis redis;
    private final Outage outage = new Outage("this node counts its calls for itself");
    private final Map<Call, Long> own = new ConcurrentHashMap<>();
    private final Map<Call, Long> ownUsedUp = new ConcurrentHashMap<>();

    public RedisQuotas(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** One more; answers the new count, or nothing while it is used up. */
    public OptionalLong count(String account, String call, LocalDate day) {
        long count = outage.attempt(() -> (Long) redis.eval(COUNT, List.of(key(account, day), usedUpKey(account, call, day)),
                List.of(call, Long.toString(KEPT.toMillis()))), () -> countAlone(new Call(account, call, day)));
        return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    public void usedUp(String account, String call, LocalDate day, Duration rest) {
        ownUsedUp.put(new Call(account, call, day), System.nanoTime() + rest.toNanos());
        outage.attempt(() -> redis.set(usedUpKey(account, call, day), "1", SetParams.setParams().px(rest.toMillis())), () -> "");
    }

    /** For how long that still holds; zero where it does not. */
    public Duration rest(String account, String call, LocalDate day) {
        return Duration.ofMillis(Math.max(0, outage.attempt(() -> redis.pttl(usedUpKey(account, call, day)), () -> {
            Long until = ownUsedUp.get(new Call(account, call, day));
            return until == null ? 0 : Duration.ofNanos(until - System.nanoTime()).toMillis();
        })));
    }

    /** Calls by their name; those that were not made are missing. */
    public Map<String, Long> counts(String account, LocalDate day) {
        return outage.attempt(() -> redis.hgetAll(key(account, day)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Long.parseLong(one.getValue()))), () -> countsAlone(account, day));
    }

    private long countAlone(Call call) {
        own.keySet().removeIf(old -> old.day.isBefore(call.day));
        ownUsedUp.keySet().removeIf(old -> old.day.isBefore(call.day));
        Long until = ownUsedUp.get(call);
        return until != null && System.nanoTime() - until < 0 ? -1 : own.merge(call, 1L, Long::sum);
    }

    private Map<String, Long> countsAlone(String account, LocalDate day) {
        return own.entrySet().stream().filter(one -> one.getKey().account.equals(account) && one.getKey().day.equals(day))
                .collect(Collectors.toMap(one -> one.getKey().call, Map.Entry::getValue));
    }

    private static String key(String account, LocalDate day) {
        return "quota:{" + account + "}:" + day;
    }

    private static String usedUpKey(String account, String call, LocalDate day) {
        return "used-up:{" + account + "}:" + day + ":" + call;
    }

    private record Call(String account, String call, LocalDate day) {
    }
}
