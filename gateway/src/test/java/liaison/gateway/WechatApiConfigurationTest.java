package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import liaison.gateway.redis.RedisQuotas;
import liaison.gateway.wechat.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import redis.clients.jedis.RedisClient;

final class WechatApiConfigurationTest {
    private static final String KEY = "q7Zt3LkV9wXe2RbN8sYc5HdG1mPfJ6uA4TiQoWzKvBx";

    @TempDir private Path folder;

    @Test
    void metrics_holdEveryCallOfEveryAccountOnceHoweverOftenAccountsChange() throws Exception {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", Map.of("liaison.wechat.accounts.north.appid", "wx1",
                "liaison.wechat.accounts.north.token", "t", "liaison.wechat.accounts.north.aes-key", KEY,
                "liaison.wechat.accounts.north.secret", "s")));
        var registry = new SimpleMeterRegistry();
        try (var log = new LogLines();
                var redis = RedisClient.builder().hostAndPort("127.0.0.1", 1).build();
                var accounts = LiveAccounts.of(new AccountsFile(folder, false, environment))) {
            new WechatApiConfiguration().quotas(new RedisQuotas(redis), Clock.systemUTC(), accounts, registry);
            Files.writeString(folder.resolve("accounts.yml"), "liaison.wechat.accounts.north.transfer: true\n");
            accounts.look();
            accounts.look();
            assertThat(accounts.now().named().get("north").transfer()).isTrue();
            for (String call : new String[]{"subscribe", "token", "talk"}) {
                assertThat(registry.find("liaison.wechat.calls").tags("account", "north", "call", call).gauges()).hasSize(1);
            }
            assertThat(registry.find("liaison.wechat.quota").tags("call", "subscribe").gauges()).isEmpty();
            assertThat(log.warnings()).noneMatch(line -> line.contains("already registered"));
        }
    }
}
