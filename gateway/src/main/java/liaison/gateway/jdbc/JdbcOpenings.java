package liaison.gateway.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import liaison.bot.message.Address;
import org.springframework.jdbc.core.JdbcTemplate;

/** When somebody wrote or clicked last, from the journal: what opens the window for talking to them. */
public final class JdbcOpenings {
    private static final String LAST = """
            with last as (
                (select seq, false as event, received_at from journal
                    where address = ? and inbound and kind not in ('event', 'left', 'receipt') order by seq desc limit 1)
                union all
                (select seq, true, received_at from journal where address = ? and inbound and kind = 'event' order by seq desc limit 1))
            select seq, event, received_at from last
            where not exists (select from journal j where j.address = ? and j.seq > last.seq and j.kind = 'left')
            """;

    private final JdbcTemplate jdbc;

    public JdbcOpenings(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** The last message and the last event, as far as they came since then; nothing of those who left after it. */
    public List<Last> since(Address address, Instant since) {
        return jdbc.query(LAST, (found, n) -> new Last(found.getLong(1), found.getBoolean(2),
                found.getObject(3, OffsetDateTime.class).toInstant()), address.toString(), address.toString(), address.toString()).stream()
                .filter(last -> last.at().isAfter(since)).toList();
    }

    /** One row of the journal. */
    public record Last(long seq, boolean event, Instant at) {
    }
}
