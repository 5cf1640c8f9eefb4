package liaison.gateway;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import javax.sql.DataSource;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Part;
import liaison.gateway.embedded.Role;
import liaison.gateway.jdbc.LedgerCheck;
import liaison.gateway.jdbc.LedgerPool;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** PostgreSQL and Redis: the configured ones, else embedded ones. */
@Configuration(proxyBeanMethods = false)
class StoresConfiguration {
    private static final Duration REDIS_TIMEOUT = Duration.ofMillis(500);
    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(20);
    /** Connections beside those of the lanes: numbers, relays, sweeps, Quartz and pages. */
    private static final int CONNECTIONS_BESIDE = 16;

    @Bean
    Stores stores(LiaisonSettings settings, DataSourceProperties ledger) {
        var missing = EnumSet.noneOf(Part.class);
        if (ledger.getUrl() == null) {
            missing.add(Part.POSTGRESQL);
        }
        if (settings.redis().uri() == null) {
            missing.add(Part.REDIS);
        }
        return missing.isEmpty()
                ? new Stores.Configured()
                : new Stores.Embedded(EmbeddedStores.open(settings.dataDir(), Role.SERVE, missing),
                        missing.containsAll(EnumSet.allOf(Part.class)));
    }

    @Bean
    HikariDataSource dataSource(Stores stores, DataSourceProperties ledger, GatewaySettings gateway) {
        int most = gateway.lanes() + CONNECTIONS_BESIDE;
        var pool = switch (stores) {
            case Stores.Embedded(var embedded, var all) when ledger.getUrl() == null -> LedgerPool.of(embedded.endpoints().jdbcUrl(),
                    embedded.endpoints().username(), embedded.endpoints().password(), most);
            default -> {
                String url = Objects.requireNonNull(ledger.getUrl());
                LedgerCheck.await(url, ledger.getUsername(), ledger.getPassword(), LEDGER_PATIENCE);
                yield LedgerPool.of(url, ledger.getUsername(), ledger.getPassword(), most);
            }
        };
        return new HikariDataSource(pool);
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(DataSource source) {
        return new LedgerHealth(source);
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return flyway -> {
            LedgerCheck.require(flyway.getConfiguration().getDataSource());
            for (MigrationInfo migration : flyway.info().all()) {
                if (migration.getState().name().startsWith("FUTURE")) {
                    throw new IllegalStateException("the data was written by a newer version of Liaison (schema " + migration.getVersion()
                            + "): start that version, or restore a backup from before it");
                }
            }
            flyway.migrate();
        };
    }

    @Bean(destroyMethod = "close")
    UnifiedJedis redis(Stores stores, LiaisonSettings settings, GatewaySettings gateway) {
        URI uri = switch (stores) {
            case Stores.Embedded(var embedded, var all) when settings.redis().uri() == null -> URI.create(embedded.endpoints().redisUri());
            default -> Objects.requireNonNull(settings.redis().uri());
        };
        var pool = new ConnectionPoolConfig();
        pool.setFairness(true);
        pool.setMaxTotal(gateway.lanes() + CONNECTIONS_BESIDE);
        pool.setMaxWait(REDIS_TIMEOUT);
        int timeout = (int) REDIS_TIMEOUT.toMillis();
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(
                DefaultJedisClientConfig.builder(uri).connectionTimeoutMillis(timeout).socketTimeoutMillis(timeout).build())
                .poolConfig(pool).build();
    }

    /** Whether the stores are ours. */
    sealed interface Stores extends AutoCloseable {
        @Override
        void close();

        /** Whether the demo is on: as set, else when both stores are ours. */
        default boolean isDemo(@Nullable Boolean set) {
            return set == null ? this instanceof Embedded(var embedded, var all) && all : set;
        }

        /** Both are configured. */
        record Configured() implements Stores {
            @Override
            public void close() {
                // they are not ours to stop
            }
        }

        /** At least one runs beside us. */
        record Embedded(EmbeddedStores embedded, boolean all) implements Stores {
            @Override
            public void close() {
                embedded.close();
            }
        }
    }
}
