package liaison.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import liaison.bot.testing.MutableClock;
import liaison.gateway.redis.RedisPace.OnRecord.Past;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@ResourceLock("redis")
final class RedisPaceIT {
    private static final Duration MINUTE = Duration.ofSeconds(66);

    private static final AtomicInteger KEYS = new AtomicInteger();

    private final List<Past> ledger = new ArrayList<>();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));

    private RedisPace pace(UnifiedJedis redis) {
        return new RedisPace(redis, (who, before) -> ledger, clock, 30, 1000);
    }

    private static long admitted(RedisPace pace, String who, int asked) {
        return IntStream.range(0, asked).filter(i -> pace.admits(who, "k" + KEYS.incrementAndGet())).count();
    }

    @Test
    void minute_isCountedOverAllNodesAndForEachMember() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            assertThat(admitted(pace(one), "a", 20)).isEqualTo(20);
            clock.tick(Duration.ofSeconds(30));
            assertThat(admitted(pace(other), "a", 20)).isEqualTo(10);
            assertThat(admitted(pace(other), "b", 1)).isEqualTo(1);
            clock.tick(Duration.ofSeconds(30));
            assertThat(admitted(pace(one), "a", 1)).as("what was sent a minute ago may just have arrived").isZero();
            clock.tick(Duration.ofSeconds(6));
            assertThat(admitted(pace(one), "a", 40)).isEqualTo(20);
        }
    }

    @Test
    void hour_endsWithItsThousandth() {
        try (UnifiedJedis redis = client(TestStores.redis())) {
            var pace = pace(redis);
            long all = 0;
            for (int minute = 0; minute < 45; minute++) {
                all += admitted(pace, "a", 31);
                clock.tick(MINUTE);
            }
            assertThat(all).isEqualTo(1000);
            clock.tick(Duration.ofHours(1));
            assertThat(admitted(pace, "a", 31)).isEqualTo(30);
        }
    }

    @Test
    void withoutRedis_eachNodeStaysWithinAThirdAfterAFirstMinute() {
        var quick = DefaultJedisClientConfig.builder().connectionTimeoutMillis(200).socketTimeoutMillis(200).build();
        try (UnifiedJedis nobody = RedisClient.builder().hostAndPort("127.0.0.1", 1).clientConfig(quick).build()) {
            var pace = pace(nobody);
            assertThat(admitted(pace, "a", 1)).isZero();
            clock.tick(MINUTE);
            assertThat(admitted(pace, "a", 31)).isEqualTo(10);
            clock.tick(MINUTE);
            assertThat(admitted(pace, "a", 31)).isEqualTo(10);
        }
    }

    @Test
    void flushed_isCountedFromTheLedgerAndFromWhatIsUnderWay() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            var here = pace(one);
            assertThat(admitted(here, "a", 12)).isEqualTo(12);
            ledger.addAll(IntStream.range(0, 14).mapToObj(i -> new Past("other" + i, Duration.ofSeconds(3))).toList());
            clock.tick(Duration.ofSeconds(12));
            one.flushAll();
            assertThat(admitted(here, "a", 30)).isEqualTo(4);
            one.flushAll();
            assertThat(admitted(pace(other), "a", 30)).as("another node knows what is on record").isEqualTo(16);
            assertThat(admitted(here, "a", 30)).as("and hears of what is under way here").isZero();
        }
    }

    @Test
    void flushed_neverLetsMoreThroughInAnyMinute() {
        try (UnifiedJedis redis = client(TestStores.redis())) {
            var pace = pace(redis);
            long all = 0;
            for (int second = 0; second < 64; second++) {
                if (second % 7 == 0) {
                    redis.flushAll();
                }
                all += admitted(pace, "a", 3);
                clock.tick(Duration.ofSeconds(1));
            }
            assertThat(all).isEqualTo(30);
        }
    }

    @Test
    void hour_isCountedFromTheLedgerToo() {
        ledger.addAll(IntStream.range(0, 995).mapToObj(i -> new Past("before" + i, Duration.ofMinutes(30))).toList());
        try (UnifiedJedis redis = client(TestStores.redis())) {
            assertThat(admitted(pace(redis), "a", 30)).isEqualTo(5);
        }
    }

    private static UnifiedJedis client(URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri).build())
                .build();
    }
}
