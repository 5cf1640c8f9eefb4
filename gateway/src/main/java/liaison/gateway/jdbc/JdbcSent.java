package liaison.gateway.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import liaison.bot.message.OutboundMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/** What went to an address lately, from the outbox: to count by when nothing else remembers. */
public final class JdbcSent {
    /** What was begun just now is under way and known to whoever sends it; later its call has ended, whoever made it. */
    private static final String LATELY = """
            select owner, kind, subject, recipient, occurrence, extract(epoch from now() - at) from (
                select owner, kind, subject, recipient, occurrence, settled_at as at from outbox
                where way = ? and way like 'template %%' and settled_at > now() - ?::interval
                union all
                select owner, kind, subject, recipient, occurrence, first_attempt_at from outbox
                where way = ? and way like 'template %%' and settled_at is null and first_attempt_at > now() - ?::interval
                    and (lease_until is null or lease_until < now() or first_attempt_at < now() - interval '10 seconds')) as sent
            where not starts_with(subject, '%s:')
            """.formatted(OutboundMessage.CARD);

    private final JdbcTemplate jdbc;

    public JdbcSent(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    /** What went by a template or a card, or may have, in the time before now; the update of a card that was pressed is none. */
    public List<Past> lately(String address, Duration before) {
        String way = "template " + address;
        String interval = before.toSeconds() + " seconds";
        return jdbc.query(LATELY, (found, n) -> new Past(JdbcOutbox.bare(found, Instant.MAX, Instant.MAX).hash(),
                Duration.ofMillis((long) (1000 * found.getDouble(6)))), way, interval, way, interval);
    }

    /** One entry, by what the other side knows it by, and how long ago it went. */
    public record Past(String key, Duration ago) {
    }
}
