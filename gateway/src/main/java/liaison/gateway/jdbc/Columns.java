package liaison.gateway.jdbc;

import java.sql.Array;
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
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Many rows as one array for each column, which a statement takes apart with {@code unnest}: one round trip, one plan. */
final class Columns<T> {
    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> text(Function<T, String> value) {
        return add("text", rows.stream().map(value).toArray(String[]::new));
    }

    Columns<T> number(ToLongFunction<T> value) {
        return add("int8", rows.stream().map(value::applyAsLong).toArray(Long[]::new));
    }

    Columns<T> count(ToIntFunction<T> value) {
        return add("int4", rows.stream().map(value::applyAsInt).toArray(Integer[]::new));
    }

    Columns<T> flag(Function<T, Boolean> value) {
        return add("bool", rows.stream().map(value).toArray(Boolean[]::new));
    }

    Columns<T> bytes(Function<T, byte[]> value) {
        return add("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    /** {@link Instant#MAX} stands for never. */
    Columns<T> time(Function<T, Instant> value) {
        return add("timestamptz",
                rows.stream().map(value).map(at -> at.equals(Instant.MAX) ? "infinity" : at.toString()).toArray(String[]::new));
    }

    Columns<T> day(Function<T, LocalDate> value) {
        return add("date", rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new));
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

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            Array array = connection.createArrayOf(columns.get(i).type(), columns.get(i).values());
            statement.setArray(i + 1, array);
        }
        return statement;
    }

    private Columns<T> add(String type, Object[] values) {
        columns.add(new Column(type, values));
        return this;
    }

    private record Column(String type, Object[] values) {
    }
}
