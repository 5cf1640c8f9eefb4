package liaison.gateway.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Many rows as one array for each column, which a statement takes apart with {@code unnest}: one round trip, one plan. On a
 * message's way each column has an {@code unnest} in the list of what is selected, where PostgreSQL keeps no copy of all rows.
 */
final class Columns<T> {
    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> text(Function<T, String> value) {
        return add("text", new String[rows.size()], value);
    }

    Columns<T> number(ToLongFunction<T> value) {
        return add("int8", rows.stream().mapToLong(value).toArray());
    }

    Columns<T> count(ToIntFunction<T> value) {
        return add("int4", rows.stream().mapToInt(value).toArray());
    }

    Columns<T> flag(Function<T, Boolean> value) {
        return add("bool", new Boolean[rows.size()], value);
    }

    Columns<T> bytes(Function<T, byte[]> value) {
        return add("bytea", new byte[rows.size()][], value);
    }

    /**
     * Seconds since 1970, which a statement turns into a time by {@code to_timestamp}: exact to the microsecond, and neither side
     * writes or reads a date in words. {@link Instant#MAX} stands for never.
     */
    Columns<T> time(Function<T, Instant> value) {
        return add("float8", rows.stream().mapToDouble(row -> seconds(value.apply(row))).toArray());
    }

    Columns<T> day(Function<T, LocalDate> value) {
        return add("date", new String[rows.size()], row -> value.apply(row).toString());
    }

    /** These columns, and behind them those of other rows. */
    Columns<T> and(Columns<?> others) {
        columns.addAll(others.columns);
        return this;
    }

    /** Runs a statement whose parameters are the columns in their order. */
    <R> List<R> query(JdbcTemplate jdbc, String sql, RowMapper<R> mapper) {
        var result = jdbc.execute((ConnectionCallback<List<R>>) connection -> {
            try (var statement = prepare(connection, sql); var found = statement.executeQuery()) {
                var list = new ArrayList<R>();
                while (found.next()) {
                    list.add(mapper.mapRow(found, list.size()));
                }
                return list;
            }
        });
        return result == null ? List.of() : result;
    }

    void update(JdbcTemplate jdbc, String sql) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = prepare(connection, sql)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Sets the columns behind parameters that are bound already; answers how many are bound then. */
    int bind(Connection connection, PreparedStatement statement, int bound) throws SQLException {
        int parameter = bound;
        // the driver's own, or each array goes through the proxies of the pool and of the transaction
        var driver = connection.unwrap(PGConnection.class);
        for (var column : columns) {
            statement.setArray(++parameter, driver.createArrayOf(column.type(), column.values()));
        }
        return parameter;
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(connection, statement, 0);
        return statement;
    }

    private <V> Columns<T> add(String type, V[] values, Function<T, ? extends V> value) {
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return add(type, values);
    }

    private Columns<T> add(String type, Object values) {
        columns.add(new Column(type, values));
        return this;
    }

    private static double seconds(Instant at) {
        return at.equals(Instant.MAX) ? Double.POSITIVE_INFINITY : at.getEpochSecond() + Math.round(at.getNano() / 1e3) / 1e6;
    }

    /** @param values an array of the type */
    private record Column(String type, Object values) {
    }
}
