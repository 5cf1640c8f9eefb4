package liaison.gateway.jdbc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How often each account made each call on a day, as it was a few seconds ago. */
public final class JdbcCallCounts {
    private static final String KEEP = """
            insert into call_count as c (account, day, call, n) select ?, ?, call, n from unnest(?, ?) as k (call, n)
            on conflict (account, day, call) do update set n = excluded.n where c.n < excluded.n
            """;

    private static final String AGE = "delete from call_count where account = ? and day < ?";

    private final JdbcTemplate jdbc;

    public JdbcCallCounts(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** Calls by their name. */
    public Map<String, Long> of(String account, LocalDate day) {
        var counts = new HashMap<String, Long>();
        jdbc.query("select call, n from call_count where account = ? and day = ?", found -> {
            counts.put(found.getString(1), found.getLong(2));
        }, account, day);
        return counts;
    }

    /** Raises what is kept to these, and forgets the days before. */
    public void keep(String account, LocalDate day, Map<String, Long> counts) {
        var calls = List.copyOf(counts.keySet());
        jdbc.update(KEEP, account, day, calls.toArray(String[]::new), calls.stream().map(counts::get).toArray(Long[]::new));
        jdbc.update(AGE, account, day);
    }
}
