package liaison.gateway.jdbc;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.Transcript;
import liaison.bot.dialog.Want;
import liaison.bot.message.Address;
import liaison.bot.people.Person;
import org.springframework.jdbc.core.JdbcTemplate;

/** Those whom staff was told of, from the outbox; their words come from the journal. */
public final class JdbcCalls {
    /** An entry that waits is due later and later, but expires when it always did: by that it is known when it was written. */
    private static final String NEWEST = """
            select owner, max(expires_at) - interval '%d seconds' as told, count(*) over () from outbox
            where kind = 'reply' and subject like '%s%%' and recipient = any(?) and due_at > now() - interval '%d days'
            group by owner order by told desc, owner limit %d offset ?
            """.formatted(Call.WORTH_TELLING.toSeconds(), Call.SUBJECT, Call.DAYS, Call.MOST);

    private final JdbcTemplate jdbc;
    private final Transcript transcript;

    public JdbcCalls(DataSource source, Transcript transcript) {
        jdbc = new JdbcTemplate(source);
        this.transcript = transcript;
    }

    Call.Page of(Want.Calls want) {
        var total = new AtomicInteger();
        var calls = jdbc.query(NEWEST, (found, n) -> {
            total.set(found.getInt(3));
            return Call.of(found.getObject(2, OffsetDateTime.class).toInstant(), Address.parse(found.getString(1)), transcript);
        }, want.staff().stream().map(Person::toString).toArray(String[]::new), want.from());
        return new Call.Page(total.get(), calls);
    }
}
