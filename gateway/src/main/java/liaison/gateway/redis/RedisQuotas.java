package liaison.gateway.redis;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The calls of each account and day under {@code quota:{account}:DAY}, and what is used up under {@code used-up:{account}:DAY:CALL}.
 * While Redis is gone, each node goes on from what it saw last, and tells later what it counted; what Redis has lost is added again from
 * what is kept elsewhere, once: then the counts have the field {@code agreed}.
 */
public final class RedisQuotas {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final String COUNT = """
            if redis.call('exists', KEYS[2]) == 1 then return -1 end
            local n = redis.call('hincrby', KEYS[1], ARGV[1], 1)
            if n == 1 and redis.call('pttl', KEYS[1]) < 0 then redis.call('pexpire', KEYS[1], ARGV[2]) end
            return n
            """;

    private static final String AGREED = "agreed";
    private static final String ADD = """
            if ARGV[2] == '1' and redis.call('hsetnx', KEYS[1], 'agreed', 1) == 0 then return 0 end
            for i = 3, #ARGV, 2 do redis.call('hincrby', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('pexpire', KEYS[1], ARGV[1])
            return 1
            """;

    private final UnifiedJedis redis;
    private final Outage outage = new Outage("this node counts its calls for itself");
    private final Map<Call, Long> own = new ConcurrentHashMap<>();
    private final Map<Call, Long> seen = new ConcurrentHashMap<>();
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

    /** It no longer holds. */
    public void again(String account, String call, LocalDate day) {
        ownUsedUp.remove(new Call(account, call, day));
        outage.attempt(() -> redis.del(usedUpKey(account, call, day)), () -> 0L);
    }

    /** Calls by their name; those that were not made are missing. */
    public Map<String, Long> counts(String account, LocalDate day) {
        return outage.attempt(() -> numbers(redis.hgetAll(key(account, day))), () -> countsAlone(account, day));
    }

    /**
     * The same, after what is kept of the day was added where Redis has begun anew, and what this node counted alone; nothing while Redis
     * is gone, since what was counted alone is still to be added.
     *
     * @param kept is asked only where it is needed
     */
    public Map<String, Long> agreed(String account, LocalDate day, Supplier<Map<String, Long>> kept) {
        String key = key(account, day);
        var known = outage.attempt(() -> Optional.of(redis.hexists(key, AGREED)), Optional::<Boolean>empty);
        if (known.isEmpty()) {
            if (seen.keySet().stream().noneMatch(call -> call.isOf(account, day))) {
                remember(account, day, kept.get());
            }
            return Map.of();
        }
        if (!known.get()) {
            var before = kept.get();
            outage.attempt(() -> add(key, before, true), () -> 0L);
        }
        tell(account, day);
        var counts = counts(account, day);
        if (own.keySet().stream().anyMatch(call -> call.isOf(account, day))) {
            return Map.of();
        }
        remember(account, day, counts);
        return counts;
    }

    private void remember(String account, LocalDate day, Map<String, Long> counts) {
        seen.keySet().removeIf(old -> old.day.isBefore(day));
        counts.forEach((call, n) -> seen.put(new Call(account, call, day), n));
    }

    /** What was counted alone. */
    private void tell(String account, LocalDate day) {
        for (var call : own.keySet().stream().filter(one -> one.isOf(account, day)).toList()) {
            Long n = own.remove(call);
            if (n != null && outage.attempt(() -> add(key(account, day), Map.of(call.call, n), false), () -> 0L) == 0) {
                own.merge(call, n, Long::sum);
            }
        }
    }

    private long add(String key, Map<String, Long> counts, boolean once) {
        var arguments = new ArrayList<>(List.of(Long.toString(KEPT.toMillis()), once ? "1" : "0"));
        counts.forEach((call, n) -> arguments.addAll(List.of(call, Long.toString(n))));
        return (Long) redis.eval(ADD, List.of(key), arguments);
    }

    private static Map<String, Long> numbers(Map<String, String> fields) {
        return fields.entrySet().stream().filter(one -> !one.getKey().equals(AGREED))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Long.parseLong(one.getValue())));
    }

    private long countAlone(Call call) {
        own.keySet().removeIf(old -> old.day.isBefore(call.day));
        ownUsedUp.keySet().removeIf(old -> old.day.isBefore(call.day));
        Long until = ownUsedUp.get(call);
        return until != null && System.nanoTime() - until < 0 ? -1 : seen.getOrDefault(call, 0L) + own.merge(call, 1L, Long::sum);
    }

    private Map<String, Long> countsAlone(String account, LocalDate day) {
        return Stream.concat(seen.entrySet().stream(), own.entrySet().stream())
                .filter(one -> one.getKey().isOf(account, day))
                .collect(Collectors.toMap(one -> one.getKey().call, Map.Entry::getValue, Long::sum));
    }

    private static String key(String account, LocalDate day) {
        return "quota:{" + account + "}:" + day;
    }

    private static String usedUpKey(String account, String call, LocalDate day) {
        return "used-up:{" + account + "}:" + day + ":" + call;
    }

    private record Call(String account, String call, LocalDate day) {
        boolean isOf(String other, LocalDate on) {
            return account.equals(other) && day.equals(on);
        }
    }
}
