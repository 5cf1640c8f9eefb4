package liaison.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.gateway.testing.TestStores;
import liaison.gateway.wechat.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.RedisClient;

@ResourceLock("redis")
final class RedisNewsIT {
    private static final Address ADDRESS = Address.parse("chat:web:abc");

    @Test
    void news_reachAllNodes() throws InterruptedException {
        var here = new LinkedBlockingQueue<Address>();
        var there = new LinkedBlockingQueue<Address>();
        try (var redis = RedisClient.create(TestStores.redis().toString());
                var one = RedisNews.listen(redis, here::add);
                var other = RedisNews.listen(redis, there::add)) {
            assertThat(tellUntilHeard(one, there)).isEqualTo(ADDRESS);
            assertThat(tellUntilHeard(other, here)).isEqualTo(ADDRESS);
        }
    }

    @Test
    void news_withoutRedisAreNoFailureAndSaidOnce() {
        try (var log = new LogLines();
                var redis = RedisClient.create("redis://127.0.0.1:1");
                var news = RedisNews.listen(redis, address -> {
                })) {
            IntStream.range(0, 3).forEach(i -> news.tell(ADDRESS));
            LockSupport.parkNanos(Duration.ofMillis(2500).toNanos());
            assertThat(log.warnings()).filteredOn(line -> line.contains("are not heard")).hasSize(1);
            assertThat(log.warnings()).filteredOn(line -> line.contains("could not be told")).hasSize(1);
        }
    }

    /** A listener needs a moment until it hears. */
    private static Address tellUntilHeard(RedisNews news, BlockingQueue<Address> heard) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            news.tell(ADDRESS);
            Address address = heard.poll(100, TimeUnit.MILLISECONDS);
            if (address != null) {
                return address;
            }
        }
        throw new AssertionError("nothing was heard");
    }
}
