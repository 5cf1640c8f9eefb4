package liaison.gateway.jdbc;

import java.util.List;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.message.Address;
import liaison.bot.notice.Outbox.Unshown;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a platform took and then did not show, as it tells by an event. That may come before the answer to the call is on record, so it
 * waits in a table, and is looked up by the receipt in every run of the relay.
 */
final class JdbcUnshown {
    private static final String HEAR = """
            insert into unshown (address, receipt, reason) select unnest(?), unnest(?), unnest(?) on conflict do nothing
            """;

    private static final String REOPEN = """
            with told as (
                delete from unshown u using outbox o
                where o.way = 'template ' || u.address and o.way like 'template %' and o.receipt = u.receipt and o.state || '' = 'sent'
                returning u.address, u.reason, o.owner, o.kind, o.subject, o.recipient, o.occurrence)
            update outbox o set state = 'pending', due_at = now(), way = '', receipt = '', reason = t.reason, settled_at = null,
                refused = case when o.refused_until > now() then o.refused || E'\\n' else '' end || o.way,
                refused_until = case when t.reason = ? then greatest(now() + ?::interval, o.refused_until) else 'infinity' end
            from told t where o.owner = t.owner and o.kind = t.kind and o.subject = t.subject and o.recipient = t.recipient
                and o.occurrence = t.occurrence
            returning t.address, t.reason
            """;

    /** What others sent by the same account belongs to no entry of ours. */
    private static final String AGE = "delete from unshown where heard_at < now() - interval '1 day'";

    private JdbcUnshown() {
    }

    static void hear(List<Effects.Row> rows, Writes writes) {
        writes.add(HEAR, new Columns<>(rows).text(row -> row.address().toString()).text(row -> unshown(row).receipt())
                .text(row -> unshown(row).reason()));
    }

    private static Effect.Unshown unshown(Effects.Row row) {
        return (Effect.Unshown) row.effect();
    }

    static List<Unshown> reopen(JdbcTemplate jdbc) {
        if (Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from unshown)", Boolean.class))) {
            return List.of();
        }
        jdbc.update(AGE);
        return jdbc.query(REOPEN, (found, n) -> new Unshown(Address.parse(found.getString(1)).channel(), found.getString(2)),
                Unshown.FAILED, Unshown.KEY_LIVES.toSeconds() + " seconds");
    }
}
