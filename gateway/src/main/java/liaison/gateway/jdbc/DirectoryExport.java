package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands out every row of the directory, of one version and one by one: a nation takes no more memory than a town. */
public final class DirectoryExport {
    /** What every row has; of a kind that lacks one it is an empty text or list. */
    public static final List<String> COLUMNS = List.of("kind", "code", "name", "role", "stations", "level", "parent", "aliases");

    /** A place's level is its kind, a station's parent its home, a deputy's who elected it; a reception day is named by when it is. */
    private static final List<String> KINDS = List.of(
            "select 'home', code, name, '', '{}'::text[], '', parent, '{}'::text[] from home order by code",
            "select 'place', code, name, '', '{}'::text[], kind, parent, aliases from place order by code",
            "select 'station', code, name, '', '{}'::text[], '', home, '{}'::text[] from station order by code",
            "select 'electoral_unit', code, name, '', '{}'::text[], level, '', '{}'::text[] from electoral_unit order by code",
            "select 'deputy', code, name, '', stations, level, electoral_unit, '{}'::text[] from deputy order by code",
            "select 'unit', code, name, '', '{}'::text[], '', '', '{}'::text[] from handling_unit order by code",
            "select 'staff', code, name, role, stations, '', '', '{}'::text[] from staff order by code",
            """
                    select 'reception', '', pattern || ' ' || to_char(begins, 'HH24:MI') || '-' || to_char(ends, 'HH24:MI'), '',
                        array[station]::text[], '', '', '{}'::text[]
                    from reception order by station, pattern, begins
                    """);

    private final JdbcTemplate jdbc;

    public DirectoryExport(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** Texts, and lists of texts under {@code stations} and {@code aliases}, in the order of {@link #COLUMNS}. */
    public void each(Consumer<Map<String, Object>> rows) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> DirectorySnapshot.within(connection, () -> {
            for (String kind : KINDS) {
                DirectorySnapshot.each(connection, kind, row -> rows.accept(fields(row)));
            }
            return true;
        }));
    }

    private static Map<String, Object> fields(ResultSet row) throws SQLException {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String column = COLUMNS.get(i);
            boolean list = column.equals("stations") || column.equals("aliases");
            fields.put(column, list ? DirectoryRows.texts(row, i + 1) : row.getString(i + 1));
        }
        return fields;
    }
}
