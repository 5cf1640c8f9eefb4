package liaison.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liaison.bot.message.Address;
import liaison.gateway.jdbc.JdbcCallCounts;
import liaison.gateway.jdbc.JdbcOpenings;
import liaison.gateway.redis.RedisQuotas;
import liaison.gateway.redis.RedisSendCounts;
import liaison.gateway.wechat.Openings;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.QuotaStore;
import liaison.gateway.wechat.Quotas;
import liaison.gateway.wechat.SendCounts;
import liaison.gateway.wechat.TokenStore;
import liaison.gateway.wechat.Windows;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** What calls to Official Accounts share over all nodes: counts, windows, tokens. */
@Configuration(proxyBeanMethods = false)
class WechatApiConfiguration {
    @Bean
    RedisQuotas callCounter(UnifiedJedis redis) {
        return new RedisQuotas(redis);
    }

    /** Redis may forget them any time, and the embedded one does whenever it stops. */
    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    CallCounts callCounts(RedisQuotas counter, DataSource source, Quotas quotas, LiveAccounts accounts) {
        var counts = new CallCounts(counter, new JdbcCallCounts(source), quotas::today);
        counts.keep(() -> accounts.now().named().keySet());
        return counts;
    }

    @Bean
    Quotas quotas(RedisQuotas counter, Clock clock, LiveAccounts accounts, MeterRegistry registry) {
        var quotas = new Quotas(new SharedQuotas(counter), clock);
        show(accounts.now(), quotas, registry);
        accounts.onChange(newer -> show(newer, quotas, registry));
        return quotas;
    }

    /** An account that is shown already stays as it is. */
    private static void show(Accounts accounts, Quotas quotas, MeterRegistry registry) {
        accounts.named().keySet().forEach(account -> Quotas.limits().forEach((call, daily) -> {
            if (registry.find("liaison.wechat.calls").tags("account", account, "call", call).gauge() == null) {
                gauge("liaison.wechat.calls", "calls of today, by all nodes", () -> used(quotas, account, call), account, call, registry);
                if (daily > 0) {
                    gauge("liaison.wechat.quota", "calls a day that every account has", () -> daily, account, call, registry);
                }
            }
        }));
    }

    @Bean
    Platform platform(TokenStore tokens, Quotas quotas) {
        return new Platform(tokens, quotas);
    }

    @Bean
    Windows windows(DataSource source, UnifiedJedis redis, Clock clock) {
        return new Windows(new JournalOpenings(new JdbcOpenings(source)), new SharedCounts(new RedisSendCounts(redis)), clock);
    }

    static Quotas quotas(UnifiedJedis redis, Clock clock) {
        return new Quotas(new SharedQuotas(new RedisQuotas(redis)), clock);
    }

    private static void gauge(String name, String means, Supplier<Number> value, String account, String call, MeterRegistry registry) {
        Gauge.builder(name, value).tag("account", account).tag("call", call).description(means).register(registry);
    }

    private static long used(Quotas quotas, String account, String call) {
        return quotas.today(account).stream().filter(one -> one.call().equals(call)).mapToLong(Quotas.Used::used).sum();
    }

    private record JournalOpenings(JdbcOpenings journal) implements Openings {
        @Override
        public List<Opening> since(Address address, Instant since) {
            return journal.since(address, since).stream().map(last -> new Opening(last.seq(), last.event(), last.at())).toList();
        }
    }

    private record SharedCounts(RedisSendCounts redis) implements SendCounts {
        @Override
        public boolean take(String key, int most, Duration lasts) {
            return redis.take(key, most, lasts);
        }

        @Override
        public void giveBack(String key) {
            redis.giveBack(key);
        }

        @Override
        public void close(String key, Duration lasts) {
            redis.close(key, lasts);
        }
    }

    private record SharedQuotas(RedisQuotas redis) implements QuotaStore {
        @Override
        public OptionalLong count(String account, String call, LocalDate day) {
            return redis.count(account, call, day);
        }

        @Override
        public void usedUp(String account, String call, LocalDate day, Duration rest) {
            redis.usedUp(account, call, day, rest);
        }

        @Override
        public Duration rest(String account, String call, LocalDate day) {
            return redis.rest(account, call, day);
        }

        @Override
        public void again(String account, String call, LocalDate day) {
            redis.again(account, call, day);
        }

        @Override
        public Map<String, Long> counts(String account, LocalDate day) {
            return redis.counts(account, day);
        }
    }
}
