package liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.message.Sender;
import liaison.gateway.StoresConfiguration.Stores;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;
import liaison.gateway.redis.RedisTokenStore;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.TokenStore;
import liaison.gateway.wechat.WechatAccount;
import liaison.gateway.wechat.WechatClient;
import liaison.gateway.wechat.WechatPipeline;
import liaison.gateway.wechat.Windows;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** Official Accounts: what we send to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatSettings.class)
class WechatConfiguration {
    @Bean
    WechatRoutes wechatRoutes(Accounts accounts, Inbox inbox, Clock clock) {
        return new WechatRoutes(accounts.named().entrySet().stream().map(entry -> (Route) new WechatPipeline(
                taken(entry.getKey(), entry.getValue()), entry.getValue().transfer(), inbox, clock)).toList());
    }

    @Bean
    Accounts accounts(WechatSettings settings, LiaisonSettings liaison, Stores stores) {
        return Accounts.of(settings, liaison.dataDir(), stores.isDemo(liaison.demo()));
    }

    @Bean
    TokenStore tokenStore(UnifiedJedis redis) {
        return shared(new RedisTokenStore(redis));
    }

    static TokenStore shared(RedisTokenStore redis) {
        return new SharedTokens(redis);
    }

    @Bean
    Sender wechatSender(Accounts accounts, Platform platform, Windows windows) {
        return new WechatClient(accounts.named().entrySet().stream().map(entry -> account(entry.getKey(), entry.getValue())).toList(),
                platform, windows);
    }

    private static WechatAccount taken(String name, WechatSettings.Account account) {
        return new WechatAccount(name, account.appid(), account.token(), account.aesKey(), account.previousToken(),
                account.previousAesKey(), account.plain());
    }

    static ApiAccount account(String name, WechatSettings.Account account) {
        return new ApiAccount(name, account.appid(), account.secret(), account.apiBase(), templates(account, Function.identity()),
                templates(account, WechatSettings.Template::granted));
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
