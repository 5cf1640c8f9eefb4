package liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.message.Sender;
import liaison.bot.people.Directory;
import liaison.gateway.StoresConfiguration.Stores;
import liaison.gateway.netty.Inbox;
import liaison.gateway.redis.RedisTokenStore;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.Menu;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.TokenStore;
import liaison.gateway.wechat.WechatAccount;
import liaison.gateway.wechat.WechatClient;
import liaison.gateway.wechat.WechatPipeline;
import liaison.gateway.wechat.Windows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import redis.clients.jedis.UnifiedJedis;

/** Official Accounts: what comes from them, and what we send to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WechatSettings.class, WecomSettings.class})
class WechatConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WechatConfiguration.class);

    @Bean
    WechatRoutes wechatRoutes(LiveAccounts accounts, Inbox inbox, Clock clock) {
        var pipelines = new ConcurrentHashMap<String, WechatPipeline>();
        accounts.now().named().forEach(
                (name, account) -> pipelines.put(name, new WechatPipeline(taken(name, account), account.transfer(), inbox, clock)));
        accounts.onChange(newer -> {
            pipelines.forEach((name, pipeline) -> {
                var account = Optional.ofNullable(newer.named().get(name));
                pipeline.use(account.map(one -> taken(name, one)), account.map(WechatSettings.Account::transfer).orElse(false));
            });
            newer.named().forEach((name, account) -> pipelines.computeIfAbsent(name, added -> {
                LOG.info("/wechat/{} is new and is served from now on", added);
                return new WechatPipeline(taken(added, account), account.transfer(), inbox, clock);
            }));
        });
        return new WechatRoutes(pipelines.values());
    }

    @Bean(destroyMethod = "close")
    LiveAccounts accounts(LiaisonSettings liaison, Stores stores, Directory directory, Environment environment) {
        return LiveAccounts.of(new AccountsFile(liaison.dataDir(), stores.isDemo(liaison.demo()), environment,
                code -> directory.station(code).isPresent())).watching();
    }

    @Bean
    TokenStore tokenStore(UnifiedJedis redis) {
        return shared(new RedisTokenStore(redis));
    }

    static TokenStore shared(RedisTokenStore redis) {
        return new SharedTokens(redis);
    }

    @Bean
    Sender wechatSender(LiveAccounts accounts, Platform platform, Windows windows) {
        var client = new WechatClient(called(accounts.now()), platform, windows);
        accounts.onChange(newer -> client.use(called(newer)));
        return client;
    }

    private static List<ApiAccount> called(Accounts accounts) {
        return accounts.named().entrySet().stream().map(entry -> account(entry.getKey(), entry.getValue())).toList();
    }

    private static WechatAccount taken(String name, WechatSettings.Account account) {
        return new WechatAccount(name, account.appid(), account.token(), account.aesKey(), account.previousToken(),
                account.previousAesKey(), account.plain());
    }

    static ApiAccount account(String name, WechatSettings.Account account) {
        return new ApiAccount(name, account.appid(), account.secret(), account.apiBase(), templates(account, Function.identity()),
                templates(account, WechatSettings.Template::granted));
    }

    /** The account's own menu, where it has one; throws {@link IllegalArgumentException} for one that no account can have. */
    static Optional<Menu> menu(WechatSettings.Account account) {
        return account.menu().isEmpty()
                ? Optional.empty()
                : Optional.of(new Menu(account.menu().stream().map(button -> new Menu.Button(button.name(), button.words(), button.url(),
                        button.buttons().stream().map(one -> new Menu.Button(one.name(), one.words(), one.url(), List.of())).toList()))
                        .toList()));
    }

    private static Map<String, ApiAccount.Template> templates(WechatSettings.Account account,
            Function<WechatSettings.Template, WechatSettings.Template> which) {
        return account.templates().entrySet().stream().map(entry -> Map.entry(entry.getKey(), which.apply(entry.getValue())))
                .filter(entry -> !entry.getValue().id().isEmpty()).collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> new ApiAccount.Template(entry.getValue().id(), entry.getValue().fields())));
    }

    private record SharedTokens(RedisTokenStore redis) implements TokenStore {
        @Override
        public Optional<String> token(String account) {
            return redis.token(account);
        }

        @Override
        public void keep(String account, String token, Duration lives) {
            redis.keep(account, token, lives);
        }

        @Override
        public void expire(String account, String token) {
            redis.expire(account, token);
        }

        @Override
        public boolean claim(String what, Duration lasts) {
            return redis.claim(what, lasts);
        }

        @Override
        public void release(String what) {
            redis.release(what);
        }
    }
}
