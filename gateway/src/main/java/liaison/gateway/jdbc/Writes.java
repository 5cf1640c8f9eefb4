package liaison.gateway.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import liaison.bot.message.Address;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements that run in their order, all in one round trip. */
final class Writes {
    private static final String ANSWER = "select address from done";
    /** Fails where not all rows went in; a number, since the driver waits before a statement whose answer may be of any length. */
    private static final String ALL = "select 1 / (count(*) = ?)::int from done";
    private static final String DIVISION_BY_ZERO = "22012";
    /**
     * Ends inserts of rows that may be there already. A batch that goes in whole fails on such a row, which spares PostgreSQL
     * the look before every insert: two fifths of the journal's time.
     */
    private static final String UNLESS_THERE = "on conflict do nothing";
    /** Ends lines with a condition that each row must meet, and that a batch which goes in whole meets by itself. */
    private static final String EACH = "-- each";
    private static final Map<String, String> WHOLE = new ConcurrentHashMap<>();

    private final List<Write> writes = new ArrayList<>();

    /** Adds a statement whose rows may go in or not. */
    void add(String sql, Columns<?> columns) {
        writes.add(new Write(sql, columns, List.of()));
    }

    /** Adds a statement up to its table {@code done}, which holds the addresses of the rows that went in; the others have failed. */
    void guarded(String sql, Columns<?> columns, Collection<Address> rows) {
        writes.add(new Write(sql, columns, List.copyOf(rows)));
    }

    /** Runs them, and answers the addresses whose guarded rows did not go in. */
    Set<Address> run(JdbcTemplate jdbc) {
        if (writes.isEmpty()) {
            return Set.of();
        }
        var failed = jdbc.execute((ConnectionCallback<Set<Address>>) connection -> {
            try (var statement = prepare(connection, ANSWER)) {
                statement.execute();
                return failed(statement);
            }
        });
        return failed == null ? Set.of() : failed;
    }

    /**
     * Runs them outside a transaction, as one of their own that ends in the same round trip: all rows go in, or nothing.
     *
     * @return whether they did
     */
    boolean runWhole(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = prepare(connection, ALL)) {
                statement.execute();
                return true;
            } catch (SQLException e) {
                if (DIVISION_BY_ZERO.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        }));
    }

    private PreparedStatement prepare(Connection connection, String ending) throws SQLException {
        var sql = writes.stream().map(write -> write.guarded.isEmpty() ? write.sql : write.sql + ending).collect(Collectors.joining(";\n"));
        var statement = connection.prepareStatement(ending.equals(ALL) ? WHOLE.computeIfAbsent(sql, Writes::whole) : sql);
        int bound = 0;
        for (var write : writes) {
            bound = write.columns.bind(connection, statement, bound);
            if (ending.equals(ALL) && !write.guarded.isEmpty()) {
                statement.setInt(++bound, write.guarded.size());
            }
        }
        return statement;
    }

    private static String whole(String sql) {
        return sql.lines().filter(line -> !line.endsWith(EACH)).collect(Collectors.joining("\n")).replace(UNLESS_THERE, "");
    }

    private Set<Address> failed(PreparedStatement statement) throws SQLException {
        var failed = new HashSet<Address>();
        for (var write : writes) {
            if (!write.guarded.isEmpty()) {
                var in = new HashSet<String>();
                try (var found = statement.getResultSet()) {
                    while (found.next()) {
                        in.add(found.getString(1));
                    }
                }
                write.guarded.stream().filter(address -> !in.contains(address.toString())).forEach(failed::add);
            }
            statement.getMoreResults();
        }
        return failed;
    }

    private record Write(String sql, Columns<?> columns, List<Address> guarded) {
    }
}
