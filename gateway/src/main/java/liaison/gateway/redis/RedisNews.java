package liaison.gateway.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import liaison.bot.message.Address;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Tells all nodes that an address has news. Whoever misses it hears with the next beat, so nothing here ever fails. */
public final class RedisNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNews.class);
    private static final String NEWS = "news";
    private static final Duration REST = Duration.ofSeconds(1);

    private final UnifiedJedis redis;
    private final Ear ear;
    private final Thread thread;
    private final Recurrences failures = new Recurrences();
    private volatile boolean open = true;

    /** Listens from now on, on a thread of its own. */
    public static RedisNews listen(UnifiedJedis redis, Consumer<Address> heard) {
        var news = new RedisNews(redis, heard);
        news.thread.start();
        return news;
    }

    private RedisNews(UnifiedJedis redis, Consumer<Address> heard) {
        this.redis = redis;
        ear = new Ear(heard);
        thread = Thread.ofPlatform().daemon().name("redis-news").unstarted(this::run);
    }

    public void tell(Address address) {
        try {
            redis.publish(NEWS, address.toString());
        } catch (JedisException failure) {
            failures.happened("told", often -> LOG.warn("news could not be told to other nodes: {}{}",
                    failure.getClass().getSimpleName(), often));
        }
    }

    private void run() {
        while (open) {
            try {
                redis.subscribe(ear, NEWS);
            } catch (JedisException failure) {
                ear.deaf = true;
                failures.happened("heard", often -> LOG.warn("news of other nodes are not heard for now: {}{}",
                        failure.getClass().getSimpleName(), often));
            }
            if (open) {
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        if (ear.isSubscribed()) {
            try {
                ear.unsubscribe();
            } catch (JedisException gone) {
                LOG.debug("the line of the news was cut before it was closed");
            }
        }
    }

    private static final class Ear extends JedisPubSub {
        private final Consumer<Address> heard;
        private volatile boolean deaf;

        Ear(Consumer<Address> heard) {
            this.heard = heard;
        }

        @Override
        public void onSubscribe(String channel, int all) {
            if (deaf) {
                deaf = false;
                LOG.info("news of other nodes are heard again");
            }
        }

        @Override
        public void onMessage(String channel, String message) {
            try {
                heard.accept(Address.parse(message));
            } catch (RuntimeException failure) {
                LOG.warn("news were not understood: {}", failure.getClass().getSimpleName());
            }
        }
    }
}
