package liaison.gateway.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How often something went to somebody in the last minute and hour, under {@code pace:{who}}, over all nodes. While Redis is gone each
 * node counts for itself and stays within a third, after a first minute in which it lets nothing through, since it does not know
 * what the others sent.
 */
public final class RedisPace {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPace.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int ALONE = 3;
    /** What was counted may have arrived so much later. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1).plus(UNDER_WAY);
    private static final Duration HOUR = Duration.ofHours(1).plus(UNDER_WAY);
    private static final String ADMIT = """
            local now = tonumber(ARGV[1])
            redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[4])
            if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[6])
                or redis.call('zcount', KEYS[1], '(' .. (now - ARGV[3]), '+inf') >= tonumber(ARGV[5]) then
              return 0
            end
            redis.call('zadd', KEYS[1], now, ARGV[2])
            redis.call('pexpire', KEYS[1], ARGV[4])
            return 1
            """;

    private final UnifiedJedis redis;
    private final Clock clock;
    private final int aMinute;
    private final int anHour;
    private volatile Instant heard;
    private volatile long restUntil = System.nanoTime();
    private final Cache<String, Deque<Instant>> own = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(HOUR)
            .executor(Runnable::run).build();

    public RedisPace(UnifiedJedis redis, Clock clock, int aMinute, int anHour) {
        this.redis = redis;
        this.clock = clock;
        this.aMinute = aMinute;
        this.anHour = anHour;
        heard = clock.instant();
    }

    /** Whether one more may go to them now; if so, it is counted. */
    public boolean admits(String who) {
        var now = clock.instant();
        if (System.nanoTime() - restUntil < 0) {
            return admitsAlone(who, now);
        }
        try {
            var answer = redis.eval(ADMIT, List.of("pace:{" + who + "}"),
                    List.of(Long.toString(now.toEpochMilli()), UUID.randomUUID().toString(), Long.toString(MINUTE.toMillis()),
                            Long.toString(HOUR.toMillis()), Integer.toString(aMinute), Integer.toString(anHour)));
            heard = now;
            return Long.valueOf(1).equals(answer);
        } catch (JedisException failure) {
            restUntil = System.nanoTime() + REST.toNanos();
            LOG.warn("Redis does not answer, this node paces by itself: {}", failure.getClass().getName());
            return admitsAlone(who, now);
        }
    }

    private boolean admitsAlone(String who, Instant now) {
        if (!heard.plus(MINUTE).isBefore(now)) {
            return false;
        }
        var sent = own.get(who, fresh -> new ArrayDeque<>());
        synchronized (sent) {
            while (!sent.isEmpty() && !sent.getFirst().plus(HOUR).isAfter(now)) {
                sent.removeFirst();
            }
            long lately = sent.stream().filter(at -> at.plus(MINUTE).isAfter(now)).count();
            boolean admitted = sent.size() < anHour / ALONE && lately < aMinute / ALONE;
            if (admitted) {
                sent.addLast(now);
            }
            return admitted;
        }
    }
}
