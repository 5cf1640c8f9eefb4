package liaison.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

@ResourceLock("redis")
final class TestStoresIT {
    @Test
    void database_isEmptyAndOnesOwn() throws SQLException {
        try (var one = TestStores.database(); var other = TestStores.database()) {
            try (var connection = one.dataSource().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create table t as select 1");
            }
            try (var connection = other.dataSource().getConnection();
                    var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void redis_isEmpty() {
        try (var jedis = new Jedis(TestStores.redis(), DefaultJedisClientConfig.builder().autoNegotiateProtocol(false).build())) {
            assertThat(jedis.dbSize()).isZero();
        }
    }
}
