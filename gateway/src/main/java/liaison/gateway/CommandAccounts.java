package liaison.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import liaison.gateway.cli.WechatOperations;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Part;
import liaison.gateway.embedded.Role;
import liaison.gateway.redis.RedisTokenStore;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.CodeImage;
import liaison.gateway.wechat.Menu;
import liaison.gateway.wechat.Menus;
import liaison.gateway.wechat.NotReached;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.Quotas;
import liaison.gateway.wechat.StationCodes;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Official Accounts as commands use them: by the server's settings, and sharing its token and its counts through Redis. */
final class CommandAccounts implements WechatOperations {
    private static final int REDIS_TIMEOUT_MILLIS = 500;

    private final Map<String, ApiAccount> accounts;
    private final Map<String, Menu> menus;
    private final Optional<EmbeddedStores> embedded;
    private final UnifiedJedis redis;
    private final Quotas quotas;
    private final Platform platform;

    private CommandAccounts(Map<String, ApiAccount> accounts, Map<String, Menu> menus, Optional<EmbeddedStores> embedded,
            UnifiedJedis redis, Clock clock) {
        this.accounts = accounts;
        this.menus = menus;
        this.embedded = embedded;
        this.redis = redis;
        quotas = WechatApiConfiguration.quotas(redis, clock);
        platform = new Platform(WechatConfiguration.shared(new RedisTokenStore(redis)), quotas);
    }

    static CommandAccounts open(Clock clock) {
        var environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var binder = Binder.get(environment);
        var dataDir = Path.of(binder.bind("liaison.data-dir", String.class).orElse(System.getProperty("user.home") + "/.liaison"));
        var given = binder.bind("liaison.redis.uri", URI.class);
        boolean demo = binder.bind("liaison.demo", Boolean.class)
                .orElseGet(() -> !given.isBound() && !binder.bind("spring.datasource.url", String.class).isBound());
        var named = new LinkedHashMap<String, ApiAccount>();
        var menus = new HashMap<String, Menu>();
        LiveAccounts.of(new AccountsFile(dataDir, demo, environment)).now().named().forEach((name, account) -> {
            named.put(name, WechatConfiguration.account(name, account));
            WechatConfiguration.menu(account).ifPresent(menu -> menus.put(name, menu));
        });
        var embedded = given.isBound()
                ? Optional.<EmbeddedStores>empty()
                : Optional.of(EmbeddedStores.open(dataDir, Role.COMMAND, EnumSet.of(Part.REDIS)));
        var uri = given.orElseGet(() -> URI.create(embedded.orElseThrow().endpoints().redisUri()));
        var redis = RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri)
                .connectionTimeoutMillis(REDIS_TIMEOUT_MILLIS).socketTimeoutMillis(REDIS_TIMEOUT_MILLIS).build()).build();
        return new CommandAccounts(named, menus, embedded, redis, clock);
    }

    @Override
    public List<String> accounts() {
        return List.copyOf(accounts.keySet());
    }

    @Override
    public String code(String account, String scene) {
        return reached(account, one -> new StationCodes(platform).permanent(one, scene));
    }

    @Override
    public byte[] png(String content) {
        return CodeImage.png(content);
    }

    @Override
    public byte[] svg(String content, String name) {
        return CodeImage.svg(content, name);
    }

    @Override
    public Optional<String> menu(String account) {
        return reached(account, new Menus(platform)::show);
    }

    @Override
    public void publishMenu(String account) {
        reached(account, one -> {
            new Menus(platform).publish(one, Optional.ofNullable(menus.get(account)));
            return one;
        });
    }

    @Override
    public void deleteMenu(String account) {
        reached(account, one -> {
            new Menus(platform).delete(one);
            return one;
        });
    }

    @Override
    public List<Map<String, Object>> quotas(String account) {
        var usedUp = quotas.usedUp(account);
        return quotas.today(account).stream().map(one -> {
            var line = new LinkedHashMap<String, Object>();
            line.put("account", one.account());
            line.put("call", one.call());
            line.put("day", one.day().toString());
            line.put("used", one.used());
            line.put("quota", one.daily());
            var until = usedUp.get(one.call());
            if (until != null) {
                line.put("until", Quotas.time(until));
                line.put("why", Quotas.usedUp(one.call(), until));
            }
            return (Map<String, Object>) line;
        }).toList();
    }

    @Override
    public void again(String account) {
        quotas.again(account);
    }

    private <T> T reached(String account, Function<ApiAccount, T> call) {
        var named = Objects.requireNonNull(accounts.get(account));
        if (named.secret().isEmpty()) {
            throw new IllegalStateException("liaison.wechat.accounts." + account + ".secret is empty: without it nothing can be called");
        }
        try {
            return call.apply(named);
        } catch (NotReached e) {
            throw new IllegalStateException(e.explained(), e);
        }
    }

    @Override
    public void close() {
        redis.close();
        embedded.ifPresent(EmbeddedStores::close);
    }
}
