package liaison.gateway.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a database can keep what we acknowledge. */
public final class LedgerCheck {
    private static final int OLDEST = 150_000;

    private LedgerCheck() {
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
