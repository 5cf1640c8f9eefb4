package liaison.gateway.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
            select owner, max(expires_at) - interval '%d seconds' as told, count(*) over (), array_agg(subject order by expires_at desc)
            from outbox
            where kind = 'reply' and subject like '%s%%' and recipient = any(?) and due_at > now() - interval '%d days'
                and expires_at - interval '%d seconds' <= ?
                and (? = '' or owner in (select address from request where number = ?))
            group by owner order by told desc, owner limit %d offset ?
            """.formatted(Call.WORTH_TELLING.toSeconds(), Call.SUBJECT, Call.DAYS,
            Call.WORTH_TELLING.toSeconds(), Call.MOST);
    private static final String OTHERS = "select number from request where address = ? and station <> '' and station <> all(?)";

    private final JdbcTemplate jdbc;
    private final Transcript transcript;

    public JdbcCalls(DataSource source, Transcript transcript) {
        jdbc = new JdbcTemplate(source);
        this.transcript = transcript;
    }

    Call.Page of(Want.Calls want) {
        var total = new AtomicInteger();
        var told = jdbc.query(NEWEST, (found, n) -> {
            total.set(found.getInt(3));
            return new Told(Address.parse(found.getString(1)), found.getObject(2, OffsetDateTime.class).toInstant(),
                    List.of((String[]) found.getArray(4).getArray()));
        }, want.staff().stream().map(Person::toString).toArray(String[]::new),
                OffsetDateTime.ofInstant(want.part().until(), ZoneOffset.UTC), want.request(), want.request(), want.from());
        var calls = told.stream()
                .map(one -> Call.of(one.at(), one.owner(), one.subjects(), others(one.owner(), want), transcript, want.part()))
                .toList();
        return new Call.Page(total.get(), calls);
    }

    private Set<String> others(Address owner, Want.Calls want) {
        return Set.copyOf(jdbc.queryForList(OTHERS, String.class, owner.toString(), want.stations().toArray(String[]::new)));
    }

    /** Newest first what these people were told of somebody. */
    private record Told(Address owner, Instant at, List<String> subjects) {
    }
}
