package liaison.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@ResourceLock("redis")
final class RedisTokenStoreIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void token_isOneForAllNodes() {
        var uri = TestStores.redis();
        try (UnifiedJedis one = client(uri); UnifiedJedis other = client(uri)) {
            new RedisTokenStore(one).keep("demo", "T1", LONG);
            assertThat(new RedisTokenStore(other).token("demo")).contains("T1");
        }
    }

    @Test
    void expire_leavesANewerTokenAlone() {
        try (UnifiedJedis redis = client(TestStores.redis())) {
            var store = new RedisTokenStore(redis);
            store.keep("demo", "T2", LONG);
            store.expire("demo", "T1");
            assertThat(store.token("demo")).contains("T2");
            store.expire("demo", "T2");
            assertThat(store.token("demo")).isEmpty();
        }
    }

    @Test
    void claim_isForOneAtATime() {
        try (UnifiedJedis redis = client(TestStores.redis())) {
            var store = new RedisTokenStore(redis);
            assertThat(store.claim("token:demo", LONG)).isTrue();
            assertThat(store.claim("token:demo", LONG)).isFalse();
            store.release("token:demo");
            assertThat(store.claim("token:demo", LONG)).isTrue();
        }
    }

    @Test
    void all_workAloneWhileRedisIsGone() {
        var quick = DefaultJedisClientConfig.builder().connectionTimeoutMillis(200).socketTimeoutMillis(200).build();
        try (UnifiedJedis nobody = RedisClient.builder().hostAndPort("127.0.0.1", 1).clientConfig(quick).build()) {
            var store = new RedisTokenStore(nobody);
            assertThat(store.claim("token:demo", LONG)).isTrue();
            assertThat(store.claim("token:demo", LONG)).isFalse();
            store.keep("demo", "T1", LONG);
            assertThat(store.token("demo")).contains("T1");
            store.expire("demo", "T1");
            assertThat(store.token("demo")).isEmpty();
        }
    }

    private static UnifiedJedis client(URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri).build())
                .build();
    }
}
