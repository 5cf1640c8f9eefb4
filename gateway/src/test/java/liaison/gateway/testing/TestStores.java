package liaison.gateway.testing;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Endpoints;
import liaison.gateway.embedded.Role;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

/**
 * One PostgreSQL and one Redis in {@code target/stores} for all tests of a process, started with the first use and stopped with
 * the process. Each test class takes a database of its own; those of Redis are few, so its classes hold the lock {@code "redis"}.
 */
public final class TestStores {
    private static final int REDIS_DATABASES = 16;
    private static final AtomicInteger NEXT_REDIS = new AtomicInteger();

    private TestStores() {
    }

    /** A new database without tables; at most 60 connections are open at a time in all of them. */
    public static Database database() {
        String name = "t_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name);
        Endpoints endpoints = Running.STORES.endpoints();
        String url = endpoints.jdbcUrl().substring(0, endpoints.jdbcUrl().lastIndexOf('/') + 1) + name;
        return new Database(name, url, endpoints.username(), endpoints.password());
    }

    /** A new database with the tables that the migrations make. */
    public static Database migrated() {
        Database database = database();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return database;
    }

    /** An empty Redis database; there are 16, in turn. */
    public static URI redis() {
        URI uri = URI.create(Running.STORES.endpoints().redisUri() + "/" + NEXT_REDIS.getAndIncrement() % REDIS_DATABASES);
        try (Jedis jedis = new Jedis(uri, DefaultJedisClientConfig.builder().autoNegotiateProtocol(false).build())) {
            jedis.flushDB();
        }
        return uri;
    }

    private static void execute(String sql) {
        Endpoints endpoints = Running.STORES.endpoints();
        try (Connection connection = DriverManager.getConnection(endpoints.jdbcUrl(), endpoints.username(), endpoints.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database of one test class; closing it drops it. */
    public record Database(String name, String url, String username, String password) implements AutoCloseable {
        /** Without a pool: every connection is a new one. */
        public DataSource dataSource() {
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(username);
            source.setPassword(password);
            return source;
        }

        @Override
        public void close() {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    private static final class Running {
        static final EmbeddedStores STORES = open();

        private static EmbeddedStores open() {
            var folder = Path.of(System.getProperty("basedir", ""), "target", "stores");
            var stores = EmbeddedStores.open(folder.toAbsolutePath(), Role.COMMAND);
            Runtime.getRuntime().addShutdownHook(new Thread(stores::close));
            return stores;
        }
    }
}
