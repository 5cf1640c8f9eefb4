package liaison.gateway.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How often something went to somebody in the last minute and hour, under {@code pace:{who}}, over all nodes. What Redis has lost is
 * counted anew from the ledger and from what this node sent just now. While Redis is gone each node counts for itself and stays within a
 * third, after a first minute in which it lets nothing through, since it does not know what the others sent.
 */
public final class RedisPace {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPace.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int ALONE = 3;
    /** What was counted may have arrived so much later. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1).plus(UNDER_WAY);
    private static final Duration HOUR = Duration.ofHours(1).plus(UNDER_WAY);
    /** Answers -1 where nothing is counted, unless the caller has looked what there was: it may have been forgotten. */
    private static final String ADMIT = """
            local now = tonumber(ARGV[1])
            if ARGV[7] == '0' and redis.call('exists', KEYS[1]) == 0 then return -1 end
            for i = 8, #ARGV, 2 do redis.call('zadd', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('pexpire', KEYS[1], ARGV[4])
            redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[4])
            if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[6])
                or redis.call('zcount', KEYS[1], '(' .. (now - ARGV[3]), '+inf') >= tonumber(ARGV[5]) then
              return 0
            end
            redis.call('zadd', KEYS[1], now, ARGV[2])
            redis.call('pexpire', KEYS[1], ARGV[4])
            return 1
            """;
    private static final long FORGOTTEN = -1;

    private final UnifiedJedis redis;
    private final OnRecord ledger;
    private final Clock clock;
    private final int aMinute;
    private final int anHour;
    private final Recurrences failures = new Recurrences();
    private volatile Instant heard;
    private volatile long restUntil = System.nanoTime();
    private final Cache<String, List<Sent>> own = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(HOUR)
            .executor(Runnable::run).build();

    public RedisPace(UnifiedJedis redis, OnRecord ledger, Clock clock, int aMinute, int anHour) {
        this.redis = redis;
        this.ledger = ledger;
        this.clock = clock;
        this.aMinute = aMinute;
        this.anHour = anHour;
        heard = clock.instant();
    }

    /** What is on record of what went to somebody. */
    public interface OnRecord {
        /** What went out, or may have, in the time before now; what is under way is not among it. */
        List<Past> lately(String who, Duration before);

        /** One entry, and how long ago it went. */
        record Past(String key, Duration ago) {
        }
    }

    /** Whether one more may go to them now, under its entry's key; if so, it is counted. */
    public boolean admits(String who, String key) {
        var now = clock.instant();
        var sent = own.get(who, fresh -> new ArrayList<>());
        if (System.nanoTime() - restUntil < 0) {
            return admitsAlone(sent, key, now);
        }
        try {
            return admitsWithAll(who, sent, key, now);
        } catch (JedisException failure) {
            restUntil = System.nanoTime() + REST.toNanos();
            failures.happened("redis", often -> LOG.warn("Redis does not answer, this node paces by itself: {}{}",
                    failure.getClass().getName(), often));
            return admitsAlone(sent, key, now);
        }
    }

    private boolean admitsWithAll(String who, List<Sent> sent, String key, Instant now) {
        var one = new Sent(key, now, true);
        var newest = told(sent, now);
        long answer = admit(who, one, newest, false);
        if (answer == FORGOTTEN) {
            answer = admit(who, one, all(who, sent, now), true);
        }
        heard = now;
        synchronized (sent) {
            sent.replaceAll(before -> newest.contains(before) ? before.told() : before);
            if (answer == 1) {
                sent.add(one);
            }
        }
        return answer == 1;
    }

    private long admit(String who, Sent one, List<Sent> others, boolean known) {
        var arguments = new ArrayList<>(List.of(millis(one.at), one.member(), Long.toString(MINUTE.toMillis()),
                Long.toString(HOUR.toMillis()), Integer.toString(aMinute), Integer.toString(anHour), known ? "1" : "0"));
        others.forEach(other -> arguments.addAll(List.of(millis(other.at), other.member())));
        return (Long) redis.eval(ADMIT, List.of("pace:{" + who + "}"), arguments);
    }

    /** Of this node: the last minute's, since Redis may have come back without it, and what was sent while it was gone. */
    private static List<Sent> told(List<Sent> sent, Instant now) {
        synchronized (sent) {
            sent.removeIf(one -> !one.at.plus(HOUR).isAfter(now));
            return sent.stream().filter(one -> !one.said || one.at.plus(MINUTE).isAfter(now)).toList();
        }
    }

    private List<Sent> all(String who, List<Sent> sent, Instant now) {
        List<Sent> all;
        synchronized (sent) {
            all = new ArrayList<>(sent);
        }
        var ours = all.stream().map(Sent::key).collect(Collectors.toSet());
        ledger.lately(who, HOUR).stream().filter(past -> !ours.contains(past.key()))
                .forEach(past -> all.add(new Sent(past.key(), now.minus(past.ago()), true)));
        return all;
    }

    private boolean admitsAlone(List<Sent> sent, String key, Instant now) {
        if (!heard.plus(MINUTE).isBefore(now)) {
            return false;
        }
        synchronized (sent) {
            sent.removeIf(one -> !one.at.plus(HOUR).isAfter(now));
            long lately = sent.stream().filter(one -> one.at.plus(MINUTE).isAfter(now)).count();
            boolean admitted = sent.size() < anHour / ALONE && lately < aMinute / ALONE;
            if (admitted) {
                sent.add(new Sent(key, now, false));
            }
            return admitted;
        }
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    /** @param said whether Redis was told */
    private record Sent(String key, Instant at, boolean said, String member) {
        Sent(String key, Instant at, boolean said) {
            this(key, at, said, key + "@" + UUID.randomUUID());
        }

        Sent told() {
            return new Sent(key, at, true, member);
        }
    }
}
