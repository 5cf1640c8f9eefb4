package liaison.gateway;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import liaison.bot.message.Sender;
import liaison.gateway.jdbc.JdbcSent;
import liaison.gateway.netty.Inbox;
import liaison.gateway.redis.RedisPace;
import liaison.gateway.redis.RedisPace.OnRecord.Past;
import liaison.gateway.wechat.TokenStore;
import liaison.gateway.wecom.Pace;
import liaison.gateway.wecom.WecomAccount;
import liaison.gateway.wecom.WecomClient;
import liaison.gateway.wecom.WecomPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** WeCom, for deputies and clerks: what comes from its apps, and what we send to them. */
@Configuration(proxyBeanMethods = false)
class WecomConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WecomConfiguration.class);

    @Bean
    WecomRoutes wecomRoutes(LiveAccounts accounts, Inbox inbox, Clock clock) {
        var pipelines = new ConcurrentHashMap<String, WecomPipeline>();
        accounts.now().wecom().forEach((name, account) -> pipelines.put(name, new WecomPipeline(app(name, account), inbox, clock)));
        accounts.onChange(newer -> {
            pipelines.forEach((name, pipeline) -> pipeline.use(
                    Optional.ofNullable(newer.wecom().get(name)).map(account -> app(name, account))));
            newer.wecom().forEach((name, account) -> pipelines.computeIfAbsent(name, added -> {
                LOG.info("/wecom/{} is new and is served from now on", added);
                return new WecomPipeline(app(added, account), inbox, clock);
            }));
        });
        return new WecomRoutes(pipelines.values());
    }

    @Bean
    Pace pace(UnifiedJedis redis, DataSource source, Clock clock) {
        var sent = new JdbcSent(source);
        var paced = new RedisPace(redis,
                (who, before) -> sent.lately(who, before).stream().map(one -> new Past(one.key(), one.ago())).toList(),
                clock, Pace.A_MINUTE, Pace.AN_HOUR);
        return (member, key) -> paced.admits(member.toString(), key);
    }

    @Bean
    Sender wecomSender(LiveAccounts accounts, TokenStore tokens, Pace pace) {
        var client = new WecomClient(apps(accounts.now()), tokens, pace);
        accounts.onChange(newer -> client.use(apps(newer)));
        return client;
    }

    private static List<WecomAccount> apps(Accounts accounts) {
        return accounts.wecom().entrySet().stream().map(entry -> app(entry.getKey(), entry.getValue())).toList();
    }

    static WecomAccount app(String name, WecomSettings.Account account) {
        return new WecomAccount(name, account.corpid(), account.agentId(), account.token(), account.aesKey(), account.secret(),
                account.previousToken(), account.previousAesKey(), account.apiBase());
    }
}
