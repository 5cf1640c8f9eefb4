package liaison.gateway.jdbc;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a database can keep what we acknowledge. */
public final class LedgerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);
    private static final int OLDEST = 150_000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private LedgerCheck() {
    }

    /** Waits for a database that does not answer; throws {@link IllegalStateException} with what to change where that lasts, or it refuses us. */
    public static void await(String url, @Nullable String user, @Nullable String password, Duration patience) {
        mustBeOurs(url);
        var login = new Properties();
        login.putAll(Map.of("connectTimeout", "3", "socketTimeout", "20"));
        login.putAll(user == null ? Map.of() : Map.of("user", user));
        login.putAll(password == null ? Map.of() : Map.of("password", password));
        long until = System.nanoTime() + patience.toNanos();
        for (String why = refused(url, login, until); !why.isEmpty(); why = refused(url, login, until)) {
            LOG.info("waiting for PostgreSQL: {}", why);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void mustBeOurs(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException none) {
            throw new IllegalStateException("spring.datasource.url is no address of PostgreSQL such as jdbc:postgresql://HOST/DATABASE");
        }
    }

    /** Empty once it answers. The exception carries no cause, which would be taken for a ledger that comes back. */
    private static String refused(String url, Properties login, long until) {
        try (var connection = DriverManager.getConnection(url, login)) {
            return connection.isValid(1) ? "" : "it does not answer";
        } catch (SQLException e) {
            if (isAway(e) && System.nanoTime() < until) {
                return String.valueOf(e.getMessage());
            }
            throw new IllegalStateException(
                    (isAway(e) ? "PostgreSQL does not answer: " : "PostgreSQL refuses the connection: ") + e.getMessage()
                            + " Start it, or correct spring.datasource.url, spring.datasource.username and spring.datasource.password.");
        }
    }

    /** Throws {@link IllegalStateException} with what to change where a commit is not a commit. */
    public static void require(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        int version = Integer.parseInt(setting(jdbc, "server_version_num"));
        if (version < OLDEST) {
            throw new IllegalStateException("the ledger needs PostgreSQL 15 or later, this is " + setting(jdbc, "server_version"));
        }
        for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (setting(jdbc, name).equals("off")) {
                throw new IllegalStateException("PostgreSQL has " + name + " = off: what is acknowledged could be lost; set it to on");
            }
        }
    }

    /** Whether a failure means that the ledger was not there, or not any more, rather than that it refused something. */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = Objects.requireNonNullElse(sql.getSQLState(), "08");
                return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }

    private static String setting(JdbcTemplate jdbc, String name) {
        return String.valueOf(jdbc.queryForObject("select current_setting(?)", String.class, name));
    }
}
