package liaison.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import liaison.bot.dialog.Dialogs;
import liaison.bot.message.Address;
import liaison.bot.testing.DialogsContract;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

@ResourceLock("redis")
final class RedisDialogsIT extends DialogsContract {
    private static final Duration DAYS = Duration.ofDays(30);

    private final URI uri = TestStores.redis();
    private final UnifiedJedis redis = client();
    private final RedisDialogs dialogs = new RedisDialogs(redis, DAYS);

    @Override
    protected Dialogs dialogs() {
        return dialogs;
    }

    @AfterEach
    void close() {
        dialogs.close();
        redis.flushDB();
        redis.close();
    }

    @Test
    void put_reachesOtherNodes() {
        try (var other = client()) {
            dialogs.put(List.of(kept(WANG, 7, "seventh")));
            dialogs.close();
            assertThat(text(new RedisDialogs(other, DAYS), WANG)).isEqualTo("7 seventh");
            assertThat(other.ttl("dialog:{" + WANG + "}")).isBetween(1L, DAYS.toSeconds());
        }
    }

    @Test
    void put_neverReplacesWhatAnotherNodeHasLater() {
        try (var client = client()) {
            var ahead = new RedisDialogs(client, DAYS);
            ahead.put(List.of(kept(WANG, 300, "ahead")));
            ahead.close();
            dialogs.put(List.of(kept(WANG, 299, "behind")));
            dialogs.close();
            assertThat(text(new RedisDialogs(client, DAYS), WANG)).isEqualTo("300 ahead");
        }
    }

    @Test
    void put_outlivesARestartThatForgetsScripts() {
        try (var other = client()) {
            dialogs.put(List.of(kept(WANG, 1, "before")));
            other.scriptFlush("any");
            dialogs.put(List.of(kept(WANG, 2, "after")));
            dialogs.close();
            assertThat(text(new RedisDialogs(other, DAYS), WANG)).isEqualTo("2 after");
        }
    }

    @Test
    void get_takesWhatIsNotADialogForNone() {
        redis.set("dialog:{" + WANG + "}", "rubbish");
        assertThat(dialogs.get(List.of(WANG))).isEmpty();
    }

    @Test
    void get_asksRedisAloneOnceAnotherNodeHasGoneOn() {
        try (var client = client()) {
            dialogs.put(List.of(kept(WANG, 1, "here")));
            dialogs.close();
            var other = new RedisDialogs(client, DAYS);
            other.put(List.of(kept(WANG, 2, "there")));
            other.close();
            assertThat(text(dialogs, WANG)).isEqualTo("1 here");
            dialogs.drop(List.of(Address.parse("web:demo:li")));
            assertThat(text(dialogs, WANG)).isEqualTo("2 there");
        }
    }

    @Test
    void all_goOnWithoutRedis() {
        var quick = DefaultJedisClientConfig.builder().connectionTimeoutMillis(200).socketTimeoutMillis(200).build();
        try (UnifiedJedis nobody = RedisClient.builder().hostAndPort("127.0.0.1", 1).clientConfig(quick).build()) {
            var alone = new RedisDialogs(nobody, DAYS);
            alone.put(List.of(kept(WANG, 1, "here only")));
            alone.close();
            assertThat(text(alone, WANG)).isEqualTo("1 here only");
            alone.drop(List.of(WANG));
            assertThat(alone.get(List.of(WANG))).isEmpty();
            alone.put(List.of(kept(WANG, 2, "after the end")));
        }
    }

    private UnifiedJedis client() {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort())
                .clientConfig(DefaultJedisClientConfig.builder(uri).build()).build();
    }
}
