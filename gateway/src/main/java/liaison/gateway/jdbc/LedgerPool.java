package liaison.gateway.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of every connection that the statements of this package are written for. */
public final class LedgerPool {
    /** Every statement of a message's way looks rows up by key, on tables of any size and without statistics. */
    private static final String PLANS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    private LedgerPool() {
    }

    /** A pool of so many connections at most, not opened yet; without a user and password those of the URL are taken. */
    public static HikariConfig of(String url, @Nullable String user, @Nullable String password, int most) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setPoolName("ledger");
        pool.setMaximumPoolSize(most);
        pool.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        pool.setInitializationFailTimeout(Duration.ofSeconds(20).toMillis());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // a row's values have no place in a log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // a batch goes out in one piece, not in eight
        pool.addDataSourceProperty("maxSendBufferSize", "65536");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("socketTimeout", "20");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "liaison");
        pool.addDataSourceProperty("options", "-c statement_timeout=15s -c idle_in_transaction_session_timeout=20s " + PLANS);
        return pool;
    }
}
