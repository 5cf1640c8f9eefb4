package liaison.gateway.jdbc;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.Want;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Reminders;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What nobody could be told, of a station: its requests and visits, answers to those who filed them, its staff's notices, and what its
 * staff was to be told. Found from the station's own rows by key, since a deployment may have any number of others that nobody could be told.
 */
public final class JdbcMisses {
    private static final String NEWEST = """
            with own as materialized (
                select address, number, filed_at from request
                where station = any(?) and greatest(filed_at, due) > now() - interval '40 days'),
            ended as (
                select o.*, w.number from own w join outbox o on o.owner = w.address and o.kind in ('request', 'reminder')
                    and o.subject = w.number
                union all
                select o.*, coalesce(j.request, '') from (select distinct address from own) w
                join outbox o on o.owner = w.address and o.kind = 'reply' and o.recipient = o.owner
                left join journal j on j.address = o.owner and o.subject = j.address || ':' || j.seq and j.seq = case
                    when o.subject ~ ':[0-9]{1,18}$' then substring(o.subject from '[0-9]+$')::bigint else 0 end
                where case coalesce(j.request, '') when '' then
                    (select station from request r where r.address = o.owner order by filed_at desc limit 1) = any(?)
                    else exists (select from own n where n.address = o.owner and n.number = j.request) end
                union all
                select o.*, '' from booking b join outbox o on o.owner = b.address and o.kind = 'visit' and o.subject = b.id
                where b.station = any(?) and b.begins > now() - interval '40 days'
                union all
                select o.*, '' from broadcast b join broadcast_recipient r on r.id = b.id
                join outbox o on o.owner = r.recipient and o.kind = 'notice' and o.subject = b.id and o.recipient = r.recipient
                where b.author = any(?) and b.created_at > now() - interval '40 days'
                union all
                select o.*, split_part(o.subject, ':', 1) from outbox o where o.kind = 'reply' and o.subject like '%s%%' and o.recipient = any(?)
                    and o.due_at > now() - interval '40 days')
            select case when subject like '%s%%' then 'alert' else kind end, number, case kind when 'notice' then '' else recipient end as recipient, state, reason, count(*),
                min(case when subject like '%s%%' then expires_at - interval '%d seconds'
                    when kind = 'request' then expires_at - interval '%d seconds' when kind = 'reminder' then expires_at - interval '%d seconds'
                    else least(coalesce(settled_at, due_at), now()) end) as since
            from ended where (state in ('failed', 'expired', 'unknown') and settled_at > now() - interval '%d days')
                or (state = 'pending' and case split_part(recipient, ':', 1)
                    when 'deputy' then not exists (select from deputy where code = substr(recipient, 8) and addresses <> '{}')
                    when 'staff' then not exists (select from staff where code = substr(recipient, 7) and addresses <> '{}')
                    else false end
                    and not exists (select from binding where person = recipient))
            group by 1, 2, 3, 4, 5 order by max(coalesce(settled_at, now())) desc limit %d
            """.formatted(Call.SUBJECT, Call.SUBJECT, Call.SUBJECT, Call.WORTH_TELLING.toSeconds(),
            RequestEvent.WORTH_TELLING.toSeconds(), Reminders.WORTH_SAYING.toSeconds(), Miss.DAYS,
            Miss.MOST + 1);

    private final JdbcTemplate jdbc;

    public JdbcMisses(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    List<Miss> of(Want.Misses want) {
        String[] stations = want.stations().toArray(String[]::new);
        String[] staff = want.staff().stream().map(Person::toString).toArray(String[]::new);
        return jdbc.query(NEWEST, (found, n) -> new Miss(found.getString(1), found.getString(2), found.getString(3),
                Outbox.State.valueOf(found.getString(4).toUpperCase(Locale.ROOT)), found.getString(5), found.getInt(6),
                found.getObject(7, OffsetDateTime.class).toInstant()), stations, stations, stations, staff, staff);
    }
}
