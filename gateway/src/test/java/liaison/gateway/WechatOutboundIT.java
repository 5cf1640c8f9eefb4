package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.memory.MemoryOutbox;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.testing.MutableClock;
import liaison.gateway.redis.RedisTokenStore;
import liaison.gateway.testing.TestStores;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.ApiAccount.Template;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.TinyApi;
import liaison.gateway.wechat.WechatClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Two nodes that share a Redis, a journal and an outbox, and a platform that gives trouble; the clock is moved by hand. */
@ResourceLock("redis")
final class WechatOutboundIT {
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Pattern KEY = Pattern.compile("\"touser\":\"(.*?)\".*\"client_msg_id\":\"(.*?)\"");
    /** The double of the platform ends lines that rest when there are more than 200. */
    private static final int SENDS = 150;

    private final TestStores.Database database = TestStores.migrated();
    private final TinyApi api = new TinyApi();
    private final MutableClock clock = new MutableClock(MORNING);
    private final URI shared = TestStores.redis();
    private final UnifiedJedis oneRedis = redis(shared);
    private final UnifiedJedis otherRedis = redis(shared);
    private final Sender one = node(oneRedis);
    private final Sender other = node(otherRedis);
    private final MemoryOutbox outbox = new MemoryOutbox(clock);

    @AfterEach
    void close() {
        api.close();
        oneRedis.close();
        otherRedis.close();
        database.close();
    }

    @Test
    void token_expiresUnderLoadAndNothingIsLost() throws Exception {
        assertThat(one.send(message(0), Way.TEMPLATE)).isEqualTo(new Result.Delivered("3000000000000000001"));
        api.expireTokens();
        assertThat(sent(one, other)).hasSize(SENDS).containsOnly(new Result.Delivered("3000000000000000001"));
        assertThat(api.tokens).hasValue(2);
        assertThat(api.forced).hasValue(0);
        assertThat(api.queries).filteredOn(query -> query.contains("=T2")).hasSize(SENDS);
    }

    @Test
    void token_expiresUnderLoadWhileRedisIsGone() throws Exception {
        try (var nobody = redis(URI.create("redis://127.0.0.1:1"))) {
            var first = node(nobody);
            var second = node(nobody);
            first.send(message(0), Way.TEMPLATE);
            api.expireTokens();
            assertThat(sent(first, second)).hasSize(SENDS).containsOnly(new Result.Delivered("3000000000000000001"));
            assertThat(api.tokens).hasValue(2);
            assertThat(api.forced).hasValue(0);
        }
    }

    @Test
    void cutLines_areRepeatedUnderTheSameKey() {
        api.cutEvery(10);
        IntStream.range(0, 500).forEach(this::add);
        var relays = List.of(relay(one), relay(other));
        for (int round = 0; round < 20 && outbox.states().containsValue(State.PENDING); round++) {
            relays.get(round % 2).run();
            clock.tick(Duration.ofMinutes(1));
        }
        assertThat(outbox.states()).hasSize(500).allSatisfy((key, state) -> assertThat(state).isEqualTo(State.SENT));
        var keys = new HashMap<String, String>();
        assertThat(api.bodies).hasSizeGreaterThan(540).allSatisfy(body -> {
            var call = KEY.matcher(body);
            assertThat(call.find()).isTrue();
            assertThat(keys.merge(call.group(1), call.group(2), (old, now) -> old.equals(now) ? now : "two keys")).hasSize(32);
        });
        assertThat(new HashSet<>(keys.values())).hasSize(500);
    }

    @Test
    void quota_endsAndGoesOnTheNextDay() {
        api.quota(100);
        IntStream.range(0, 300).forEach(this::add);
        var relays = List.of(relay(one), relay(other));
        for (int hour = 0; hour < 13; hour++) {
            relays.get(hour % 2).run();
            clock.tick(Duration.ofHours(1));
        }
        assertThat(outbox.states().values()).filteredOn(State.SENT::equals).hasSize(100);
        assertThat(outbox.states().values()).filteredOn(State.PENDING::equals).hasSize(200);
        int inVain = api.bodies.size() - 100;
        assertThat(inVain).as("calls after the end").isBetween(1, 64);
        clock.tick(Duration.ofHours(1));
        api.quota(300);
        relays.getLast().run();
        assertThat(outbox.states()).hasSize(300).allSatisfy((key, state) -> assertThat(state).isEqualTo(State.SENT));
        assertThat(WechatApiConfiguration.quotas(oneRedis, clock).today("demo"))
                .anySatisfy(used -> assertThat(used).returns("template", it -> it.call()).returns(200L, it -> it.used()));
    }

    private List<Result> sent(Sender first, Sender second) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Result>> results = IntStream.range(0, SENDS)
                    .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? first : second).send(message(i), Way.TEMPLATE))).toList();
            threads.shutdown();
            return results.stream().map(WechatOutboundIT::outcome).toList();
        }
    }

    private static Result outcome(Future<Result> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            return new Result.Unclear(String.valueOf(e.getCause()));
        }
    }

    private void add(int n) {
        outbox.add(new OutboxEntry("wechat:demo:o" + n, "reminder", "LZ" + n, "wechat:demo:o" + n, "half", clock.instant(),
                clock.instant().plus(Duration.ofDays(3)), Map.of()));
    }

    private OutboxRelay relay(Sender sender) {
        return new OutboxRelay(new OutboxRelay.Parts(outbox, entry -> Optional.of(new Letter(List.of(Address.parse(entry.owner())), "words",
                Map.of("number", entry.subject()), List.of())), Map.of("wechat", sender), new QuietHours(LocalTime.NOON, LocalTime.NOON),
                clock, new Random(1)));
    }

    private Sender node(UnifiedJedis redis) {
        var account = new ApiAccount("demo", "appid", "secret", api.base(),
                Map.of("reminder", new Template("TPL", Map.of("thing1", "number"))));
        var platform = new Platform(WechatConfiguration.shared(new RedisTokenStore(redis)), WechatApiConfiguration.quotas(redis, clock));
        return new WechatClient(List.of(account), platform, new WechatApiConfiguration().windows(database.dataSource(), redis, clock));
    }

    private static OutboundMessage message(int n) {
        return new OutboundMessage("k" + n, Address.parse("wechat:demo:o" + n), "reminder", "words", Map.of("number", "LZ" + n), List.of());
    }

    private static UnifiedJedis redis(URI uri) {
        var pool = new ConnectionPoolConfig();
        pool.setFairness(true);
        pool.setMaxTotal(16);
        var config = DefaultJedisClientConfig.builder(uri).connectionTimeoutMillis(2_000).socketTimeoutMillis(2_000).build();
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(config).poolConfig(pool).build();
    }
}
