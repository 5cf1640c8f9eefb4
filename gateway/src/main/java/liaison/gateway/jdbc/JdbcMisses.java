package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Want;
import liaison.bot.message.Channel;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminders;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What nobody could be told, of a station: its requests, visits and notices, and what its people were to be told, found from the station's
 * own rows by key; and answers to residents, found from those few that ended untold, each by the station its resident has to do with. The
 * update of a card that was pressed is no answer: its press got one.
 */
public final class JdbcMisses {
    private static final String UNTOLD = """
            select o.* from outbox o
            where o.state in ('failed', 'expired', 'unknown') and o.kind = 'reply' and o.recipient = o.owner
                and o.settled_at > now() - interval '%d days' and not starts_with(o.subject, '%s:')
            order by o.settled_at desc limit 10000
            """.formatted(Miss.DAYS, OutboundMessage.CARD);

    private static final String ACCOUNTS = """
            with untold as (%s) select distinct split_part(owner, ':', 1), split_part(owner, ':', 2) from untold
            """.formatted(UNTOLD);

    private static final String NEWEST = """
            with untold as materialized (%s),
            answers as materialized (
                select u.*, coalesce(q.number, '') as number,
                    coalesce(q.station, (select station from request r where r.address = u.owner order by filed_at desc limit 1),
                        (select station from belonging b where b.address = u.owner),
                        (select station from booking b where b.address = u.owner order by begins desc limit 1)) as station,
                    coalesce((select person from binding b where b.address = u.owner order by bound_at desc limit 1),
                        (select 'staff:' || code from staff where addresses <> '{}' and addresses @> array[u.owner collate "C"] limit 1),
                        (select 'deputy:' || code from deputy where addresses <> '{}' and addresses @> array[u.owner collate "C"] limit 1)) as person
                from untold u left join journal j on j.address = u.owner and u.subject = j.address || ':' || j.seq and j.seq = case
                    when u.subject ~ ':[0-9]{1,18}$' then substring(u.subject from '[0-9]+$')::bigint else 0 end
                left join request q on q.address = u.owner and q.number = j.request),
            ended as (
                select o.kind, o.subject, o.recipient, o.state, o.reason, o.settled_at, w.number,
                    o.expires_at - case o.kind when 'request' then interval '%d seconds' else interval '%d seconds' end as told_at
                from request w
                join outbox o on o.owner = w.address and o.kind in ('request', 'reminder') and o.subject = w.number
                where w.station = any(?) and greatest(w.filed_at, w.due) > now() - interval '40 days'
                union all
                select kind, subject, case number when '' then coalesce(person, recipient) else recipient end, state, reason, settled_at, number,
                    settled_at from answers
                where case when number <> '' then station = any(?) when person is not null then person = any(?)
                    when station is not null then station = any(?)
                    else split_part(owner, ':', 1) || ':' || split_part(owner, ':', 2) = any(?) end
                union all
                select o.kind, o.subject, o.recipient, o.state, o.reason, o.settled_at, '', coalesce(o.settled_at, o.due_at) from booking b
                join outbox o on o.owner = b.address and o.kind = 'visit' and o.subject = b.id
                where b.station = any(?) and b.begins > now() - interval '40 days'
                union all
                select o.kind, o.subject, o.recipient, o.state, o.reason, o.settled_at, b.id, b.created_at from broadcast b
                join broadcast_recipient r on r.id = b.id
                join outbox o on o.owner = r.recipient and o.kind = 'notice' and o.subject = b.id and o.recipient = r.recipient
                where string_to_array(b.stations, '|') && ?::text[] and b.created_at > now() - interval '40 days'
                union all
                select kind, subject, recipient, state, reason, settled_at, split_part(subject, ':', 1), expires_at - interval '%d seconds'
                from outbox
                where kind = 'reply' and subject like '%s%%' and recipient = any(?) and due_at > now() - interval '40 days')
            select case when subject like '%s%%' then 'alert' else kind end, number, recipient, state, reason, count(*), min(told_at),
                count(*) over ()
            from ended where (state in ('failed', 'expired', 'unknown') and settled_at > now() - interval '%d days')
                or (state = 'pending' and (reason like 'failed:%%' or reason = 'no-letter' or case split_part(recipient, ':', 1)
                    when 'deputy' then not exists (select from deputy where code = substr(recipient, 8) and addresses <> '{}')
                    when 'staff' then not exists (select from staff where code = substr(recipient, 7) and addresses <> '{}')
                    else false end
                    and not exists (select from binding where person = recipient)))
            group by 1, 2, 3, 4, 5, kind order by kind = 'notice', max(coalesce(settled_at, now())) desc, 2, 3, 4, 5 limit %d offset ?
            """
            .formatted(UNTOLD, RequestEvent.WORTH_TELLING.toSeconds(), Reminders.WORTH_SAYING.toSeconds(), Call.WORTH_TELLING.toSeconds(),
                    Call.SUBJECT, Call.SUBJECT, Miss.DAYS, Miss.MOST);

    private final JdbcTemplate jdbc;
    private final JdbcBroadcasts broadcasts;
    private final Scopes scopes;
    private final Supplier<Directory> directory;

    public JdbcMisses(DataSource source, JdbcBroadcasts broadcasts, Scopes scopes, Supplier<Directory> directory) {
        jdbc = new JdbcTemplate(source);
        this.broadcasts = broadcasts;
        this.scopes = scopes;
        this.directory = directory;
    }

    Miss.Page of(Want.Misses want) {
        String[] stations = want.stations().toArray(String[]::new);
        String[] people = want.people().stream().map(Person::toString).toArray(String[]::new);
        String[] accounts = jdbc.query(ACCOUNTS, (found, n) -> new Channel(found.getString(1), found.getString(2))).stream()
                .filter(account -> scopes.areHome(want.stations(), account, directory.get())).map(Channel::toString).toArray(String[]::new);
        var total = new AtomicInteger();
        var notices = new HashMap<String, String>();
        var misses = jdbc.query(NEWEST, (found, n) -> {
            total.set(found.getInt(8));
            return miss(found, notices);
        }, stations, stations, people, stations, accounts, stations, stations, people, want.from());
        return new Miss.Page(total.get(), misses);
    }

    private Miss miss(ResultSet found, Map<String, String> notices) throws SQLException {
        String kind = found.getString(1);
        String number = found.getString(2);
        String about = kind.equals("notice")
                ? notices.computeIfAbsent(number, id -> broadcasts.sent(id).map(Broadcast::text).orElse(""))
                : number;
        return new Miss(kind, about, found.getString(3), Outbox.State.valueOf(found.getString(4).toUpperCase(Locale.ROOT)),
                found.getString(5), found.getInt(6), found.getObject(7, OffsetDateTime.class).toInstant());
    }
}
