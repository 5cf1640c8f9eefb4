package liaison.gateway.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.notice.DueReminders;
import liaison.bot.notice.Reminder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reminders in PostgreSQL. */
public final class JdbcDueReminders implements DueReminders {
    private static final String REMIND = """
            insert into reminder (owner, cause_kind, cause_key, occurrence, recipient, due_at)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)) on conflict do nothing
            """;

    /** Of several that were missed while everything was down, the latest of a cause and recipient is worth saying. */
    private static final String SWEEP = """
            with due as (
                select owner, cause_kind, cause_key, occurrence, recipient, due_at from reminder
                where state = 'pending' and due_at <= ? order by due_at limit ? for update skip locked),
            moved as (
                update reminder r set state = 'moved' from due d
                where r.owner = d.owner and r.cause_kind = d.cause_kind and r.cause_key = d.cause_key
                    and r.occurrence = d.occurrence and r.recipient = d.recipient
                returning r.owner),
            told as (
                insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)
                select owner, case cause_kind when 'visit' then 'visit' else 'reminder' end, cause_key, recipient, occurrence, due_at,
                    ?, ''::bytea
                from due d where not exists (
                    select from reminder later where later.owner = d.owner and later.cause_kind = d.cause_kind
                        and later.cause_key = d.cause_key and later.recipient = d.recipient and later.state || '' = 'pending'
                        and later.due_at <= ? and (later.due_at, later.occurrence) > (d.due_at, d.occurrence))
                order by 1, 2, 3, 4, 5
                on conflict do nothing)
            select count(*) from moved
            """;

    private final JdbcTemplate jdbc;

    public JdbcDueReminders(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    @Override
    public int sweep(Instant now, Instant expiresAt, int limit) {
        Integer moved = jdbc.queryForObject(SWEEP, Integer.class, now.atOffset(ZoneOffset.UTC), limit,
                expiresAt.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC));
        return moved == null ? 0 : moved;
    }

    void remind(List<Effects.Row> rows, Writes writes) {
        writes.add(REMIND, new Columns<>(rows).text(row -> reminder(row).owner().toString()).text(row -> reminder(row).causeKind())
                .text(row -> reminder(row).causeKey()).text(row -> reminder(row).occurrence()).text(row -> reminder(row).recipient())
                .time(row -> reminder(row).dueAt()));
    }

    private static Reminder reminder(Effects.Row row) {
        return ((Effect.Remind) row.effect()).reminder();
    }
}
