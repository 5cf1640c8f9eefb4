package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import liaison.gateway.jdbc.JdbcCallCounts;
import liaison.gateway.redis.RedisQuotas;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Two nodes count their calls while Redis forgets, and while it is gone. */
@ResourceLock("redis")
final class CallCountsIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Map<String, Long> ALL = Map.of("talk", 67L, "template", 27L, "token", 11L);

    private final TestStores.Database database = TestStores.migrated();
    private final JdbcCallCounts ledger = new JdbcCallCounts(database.dataSource());
    private final URI uri = TestStores.redis();
    private final UnifiedJedis redis = client(uri);
    private final RedisQuotas here = new RedisQuotas(redis);
    private final RedisQuotas there = new RedisQuotas(redis);
    private LocalDate day = MONDAY;
    private final CallCounts one = new CallCounts(here, ledger, () -> day);
    private final CallCounts other = new CallCounts(there, ledger, () -> day);

    @AfterEach
    void close() {
        one.close();
        other.close();
        redis.close();
        database.close();
    }

    @Test
    void flushed_isAsItWasAndWhatCameSinceIsAdded() {
        countAll();
        redis.flushAll();
        assertThat(here.count("demo", "talk", MONDAY)).hasValue(1);
        one.agree("demo");
        other.agree("demo");
        assertThat(there.count("demo", "talk", MONDAY)).hasValue(69);
        assertThat(here.counts("demo", MONDAY)).isEqualTo(Map.of("talk", 69L, "template", 27L, "token", 11L));
        assertThat(redis.keys("*")).allSatisfy(key -> assertThat(redis.ttl(key)).isBetween(1L, Duration.ofDays(3).toSeconds()));
    }

    @Test
    void nextDay_beginsWithNothing() {
        countAll();
        day = MONDAY.plusDays(1);
        one.agree("demo");
        assertThat(here.count("demo", "talk", day)).hasValue(1);
        one.agree("demo");
        assertThat(ledger.of("demo", day)).isEqualTo(Map.of("talk", 1L));
        assertThat(ledger.of("demo", MONDAY)).as("nobody asks for it any more").isEmpty();
    }

    @Test
    void withoutRedis_goesOnFromWhatIsKept() {
        countAll();
        try (var nobody = client(URI.create("redis://127.0.0.1:1"))) {
            var alone = new RedisQuotas(nobody);
            var node = new CallCounts(alone, ledger, () -> day);
            node.agree("demo");
            assertThat(alone.count("demo", "talk", MONDAY)).hasValue(68);
            node.agree("demo");
            assertThat(alone.counts("demo", MONDAY)).containsEntry("talk", 68L).containsEntry("token", 11L);
            node.close();
        }
    }

    @Test
    void end_keepsTheLastCalls() {
        one.agree("demo");
        here.count("demo", "talk", MONDAY);
        one.agree("demo");
        here.count("demo", "talk", MONDAY);
        one.close();
        assertThat(ledger.of("demo", MONDAY)).isEqualTo(Map.of("talk", 2L));
    }

    private void countAll() {
        ALL.forEach((call, n) -> IntStream.range(0, n.intValue()).forEach(i -> (i % 2 == 0 ? here : there).count("demo", call, MONDAY)));
        one.agree("demo");
        other.agree("demo");
        assertThat(ledger.of("demo", MONDAY)).isEqualTo(ALL);
    }

    private static UnifiedJedis client(URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri)
                .connectionTimeoutMillis(300).socketTimeoutMillis(300).build()).build();
    }
}
