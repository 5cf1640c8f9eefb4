package liaison.gateway.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Reminder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reminders in PostgreSQL: those that one turn plans for a cause stand in one row, under the first of them. */
public final class JdbcDueReminders implements DueReminders {
    private static final String REMIND = """
            insert into reminder (owner, cause_kind, cause_key, occurrence, recipient, due_at, later)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)), unnest(?) on conflict do nothing
            """;

    /**
     * Of several that were missed while everything was down, the latest of a cause and recipient is worth saying. What followed in
     * a row and is due as well becomes a row that is moved; the next that is not becomes one that waits, with the rest.
     */
    private static final String SWEEP = """
            with due as (
                select owner, cause_kind, cause_key, occurrence, recipient, due_at, later from reminder
                where state = 'pending' and due_at <= ? order by due_at limit ? for update skip locked),
            each as (
                select d.owner, d.cause_kind, d.cause_key, d.occurrence as first, d.recipient as of, s.*, s.due_at <= ? as is_due
                from due d cross join lateral (
                    select d.occurrence, d.recipient, d.due_at, 0 as n, '' as line
                    union all
                    select split_part(line, E'\t', 1), split_part(line, E'\t', 2),
                        to_timestamp(split_part(line, E'\t', 3)::float8 / 1000000), n, line
                    from string_to_table(d.later, E'\n') with ordinality as t (line, n)) s),
            planned as (
                select *, row_number() over (partition by owner, cause_kind, cause_key, first, of, is_due order by n) as ahead,
                    row_number() over (partition by owner, cause_kind, cause_key, recipient, is_due
                        order by due_at desc, occurrence desc) as behind,
                    coalesce(string_agg(line, E'\n') over (partition by owner, cause_kind, cause_key, first, of, is_due order by n
                        rows between 1 following and unbounded following), '') as rest
                from each),
            moved as (
                update reminder r set state = 'moved' from due d
                where r.owner = d.owner and r.cause_kind = d.cause_kind and r.cause_key = d.cause_key
                    and r.occurrence = d.occurrence and r.recipient = d.recipient
                returning r.owner),
            followed as (
                insert into reminder (owner, cause_kind, cause_key, occurrence, recipient, due_at, state, later)
                select owner, cause_kind, cause_key, occurrence, recipient, due_at,
                    case when is_due then 'moved' else 'pending' end, case when is_due then '' else rest end
                from planned
                where n > 0 and (is_due or ahead = 1)
                on conflict do nothing),
            told as (
                insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)
                select owner, case cause_kind when 'visit' then 'visit' else 'reminder' end, cause_key, recipient, occurrence, due_at,
                    ?, ''::bytea
                from planned d where is_due and behind = 1 and not exists (
                    select from reminder later where later.owner = d.owner and later.cause_kind = d.cause_kind
                        and later.cause_key = d.cause_key and later.recipient = d.recipient and later.state || '' = 'pending'
                        and later.due_at <= ? and (later.due_at, later.occurrence) > (d.due_at, d.occurrence))
                order by 1, 2, 3, 4, 5
                on conflict do nothing)
            select count(*) from moved
            """;

    private static final Comparator<Reminder> IN_TIME = Comparator.comparing(Reminder::dueAt).thenComparing(Reminder::occurrence)
            .thenComparing(Reminder::recipient);

    private final JdbcTemplate jdbc;

    public JdbcDueReminders(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    @Override
    public int sweep(Instant now, Instant expiresAt, int limit) {
        var until = now.atOffset(ZoneOffset.UTC);
        Integer moved = jdbc.queryForObject(SWEEP, Integer.class, until, limit, until, expiresAt.atOffset(ZoneOffset.UTC), until);
        return moved == null ? 0 : moved;
    }

    void remind(List<Effects.Row> rows, Writes writes) {
        var byCause = new LinkedHashMap<List<Object>, List<Reminder>>();
        for (var row : rows) {
            var reminder = ((Effect.Remind) row.effect()).reminder();
            byCause.computeIfAbsent(List.of(reminder.owner(), reminder.causeKind(), reminder.causeKey()), cause -> new ArrayList<>())
                    .add(reminder);
        }
        var chains = List.copyOf(byCause.values());
        chains.forEach(chain -> chain.sort(IN_TIME));
        writes.add(REMIND, new Columns<>(chains).text(chain -> chain.getFirst().owner().toString())
                .text(chain -> chain.getFirst().causeKind()).text(chain -> chain.getFirst().causeKey())
                .text(chain -> chain.getFirst().occurrence()).text(chain -> chain.getFirst().recipient())
                .time(chain -> chain.getFirst().dueAt()).text(JdbcDueReminders::later));
    }

    private static String later(List<Reminder> chain) {
        return chain.stream().skip(1).map(reminder -> reminder.occurrence() + '\t' + reminder.recipient() + '\t'
                + ChronoUnit.MICROS.between(Instant.EPOCH, reminder.dueAt())).collect(Collectors.joining("\n"));
    }
}
