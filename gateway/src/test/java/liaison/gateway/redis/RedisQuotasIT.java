package liaison.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@ResourceLock("redis")
final class RedisQuotasIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void count_isOneForAllNodesAndForEachDay() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            var here = new RedisQuotas(one);
            assertThat(here.count("demo", "talk", MONDAY)).hasValue(1);
            assertThat(new RedisQuotas(other).count("demo", "talk", MONDAY)).hasValue(2);
            assertThat(here.count("demo", "talk", MONDAY.plusDays(1))).hasValue(1);
            assertThat(here.count("other", "talk", MONDAY)).hasValue(1);
            here.count("demo", "mass", MONDAY);
            assertThat(here.counts("demo", MONDAY)).isEqualTo(Map.of("talk", 2L, "mass", 1L));
            assertThat(one.keys("*")).allSatisfy(key -> assertThat(one.ttl(key)).isBetween(1L, Duration.ofDays(3).toSeconds()));
        }
    }

    @Test
    void usedUp_isForAllNodesAndForTheDay() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            new RedisQuotas(one).usedUp("demo", "talk", MONDAY, LONG);
            var there = new RedisQuotas(other);
            assertThat(there.count("demo", "talk", MONDAY)).isEqualTo(OptionalLong.empty());
            assertThat(there.rest("demo", "talk", MONDAY)).isBetween(Duration.ofSeconds(1), LONG);
            assertThat(there.rest("demo", "mass", MONDAY)).isZero();
            assertThat(there.count("demo", "mass", MONDAY)).hasValue(1);
            assertThat(there.count("demo", "talk", MONDAY.plusDays(1))).hasValue(1);
        }
    }

    @Test
    void all_workAloneWhileRedisIsGone() {
        var quick = DefaultJedisClientConfig.builder().connectionTimeoutMillis(200).socketTimeoutMillis(200).build();
        try (UnifiedJedis nobody = RedisClient.builder().hostAndPort("127.0.0.1", 1).clientConfig(quick).build()) {
            var alone = new RedisQuotas(nobody);
            assertThat(alone.count("demo", "talk", MONDAY)).hasValue(1);
            assertThat(alone.count("demo", "talk", MONDAY)).hasValue(2);
            assertThat(alone.counts("demo", MONDAY)).isEqualTo(Map.of("talk", 2L));
            alone.usedUp("demo", "talk", MONDAY, LONG);
            assertThat(alone.rest("demo", "talk", MONDAY)).isBetween(Duration.ofSeconds(1), LONG);
            assertThat(alone.rest("demo", "mass", MONDAY)).isZero();
            assertThat(alone.count("demo", "talk", MONDAY)).isEqualTo(OptionalLong.empty());
            assertThat(alone.count("demo", "talk", MONDAY.plusDays(1))).hasValue(1);
            assertThat(alone.counts("demo", MONDAY)).isEmpty();
            var counts = new RedisSendCounts(nobody);
            for (int i = 0; i < 10; i++) {
                assertThat(counts.take("k", 1, LONG)).isTrue();
            }
            counts.giveBack("k");
            counts.close("k", LONG);
        }
    }

    @Test
    void take_isForSoManyOnAllNodes() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            var here = new RedisSendCounts(one);
            var there = new RedisSendCounts(other);
            assertThat(here.take("k", 2, LONG)).isTrue();
            assertThat(there.take("k", 2, LONG)).isTrue();
            assertThat(here.take("k", 2, LONG)).isFalse();
            assertThat(here.take("k", 2, LONG)).isFalse();
            there.giveBack("k");
            assertThat(here.take("k", 2, LONG)).isTrue();
            here.close("k", LONG);
            there.giveBack("k");
            assertThat(there.take("k", 2, LONG)).isFalse();
            here.giveBack("nothing");
            assertThat(one.keys("*")).hasSize(1).allSatisfy(key -> assertThat(one.ttl(key)).isBetween(1L, 60L));
        }
    }

    private static UnifiedJedis client(java.net.URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri).build())
                .build();
    }
}
