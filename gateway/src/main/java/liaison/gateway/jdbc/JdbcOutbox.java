package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The outbox in PostgreSQL; leases run by its clock. Statements that look entries up by key compare {@code state || ''}
 * and {@code kind || ''}, or the index of what is due, or all of the key's, looks cheaper as long as the table has no statistics.
 */
public final class JdbcOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);
    private static final String TELL = """
            insert into outbox (owner, kind, subject, recipient, occurrence, due_at, expires_at, facts)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)), to_timestamp(unnest(?)), unnest(?)
            on conflict do nothing
            """;

    private static final String DROP_REMINDERS = """
            update reminder r set state = 'cancelled' from unnest(?, ?, ?) as n (owner, kind, key)
            where r.owner = n.owner and r.cause_kind = n.kind and r.cause_key = n.key and r.state || '' = 'pending'
            """;

    private static final String DROP = """
            update outbox o set state = 'cancelled', settled_at = now() from unnest(?, ?) as n (owner, subject)
            where o.owner = n.owner and (o.kind || '' in ('request', 'reminder', 'visit') or (o.kind || '' = 'reply' and o.recipient = o.owner and o.occurrence <> '1'))
                and o.subject = n.subject and o.state || '' = 'pending'
                and (o.lease_until is null or o.lease_until < now())
            """;

    private static final String TOLD = """
            update outbox o set state = 'sent', way = 'passive', settled_at = now()
            from unnest(?, ?, ?, ?) as n (owner, kind, subject, occurrence)
            where o.owner = n.owner and o.kind = n.kind and o.subject = n.subject and o.recipient = n.owner and o.occurrence = n.occurrence
                and o.state || '' = 'pending' and (o.lease_until is null or o.lease_until < now())
            """;

    /**
     * The parts of a long answer go one after the other: a part waits for those before it. So does what is added to a request for the
     * request itself, or a holder who binds late gets it first. A confirmation has no facts of its own:
     * its words are the journal's.
     */
    private static final String TAKE = """
            with due as (
                select owner, kind, subject, recipient, occurrence from outbox o
                where state = 'pending' and due_at <= ? and (lease_until is null or lease_until < now())
                    and split_part(recipient, ':', 1) || ':' || split_part(recipient, ':', 2) <> all (?)
                    and (kind <> 'reply' or recipient <> owner or not exists (
                        select from outbox p where p.owner = o.owner and p.kind = o.kind and p.subject = o.subject
                            and p.recipient = o.recipient and p.state || '' = 'pending'
                            and (length(p.occurrence), p.occurrence) < (length(o.occurrence), o.occurrence)))
                    and (kind <> 'request' or occurrence = 'filed' or not exists (
                        select from outbox p where p.owner = o.owner and p.kind = o.kind and p.subject = o.subject
                            and p.recipient = o.recipient and p.occurrence = 'filed' and p.state || '' = 'pending'))
                order by due_at limit ? for update skip locked),
            taken as (
                update outbox o set lease_token = ?, lease_until = now() + ?::interval, attempts = o.attempts + 1
                from due d where o.owner = d.owner and o.kind = d.kind and o.subject = d.subject and o.recipient = d.recipient
                    and o.occurrence = d.occurrence
                returning o.*)
            select t.owner, t.kind, t.subject, t.recipient, t.occurrence, t.due_at, t.expires_at, t.facts, t.attempts,
                t.way, case t.way when '' then 0 else extract(epoch from now() - t.first_attempt_at) end, k.wrapped, j.seq, j.reply,
                case when t.refused_until > now() then t.refused else '' end,
                coalesce(extract(epoch from now() - t.held_up_at), 0)
            from taken t left join resident_key k on k.address = t.owner
            left join journal j on j.address = t.owner
                and j.seq = case when t.kind = 'reply' and length(t.facts) = 0 then substr(t.subject, length(t.owner) + 2)::bigint end
            order by t.due_at
            """;

    private static final String BEGIN = """
            update outbox o set way = n.way, first_attempt_at = case o.way when '' then now() else o.first_attempt_at end,
                lease_until = now() + n.seconds * interval '1 second'
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) as n (owner, kind, subject, recipient, occurrence, lease, way, seconds)
            where o.owner = n.owner and o.kind = n.kind and o.subject = n.subject and o.recipient = n.recipient
                and o.occurrence = n.occurrence and o.lease_token = n.lease::uuid and o.lease_until > now() and o.state || '' = 'pending'
            returning o.owner, o.kind, o.subject, o.recipient, o.occurrence
            """;

    private static final String SETTLE = """
            update outbox o set state = n.state, due_at = case n.state when 'pending' then to_timestamp(n.due_at) else o.due_at end, way = n.way,
                reason = case when n.reason = '' and n.state <> 'sent' then o.reason else n.reason end, lease_token = null, lease_until = null,
                attempts = case n.hold when 'BLOCKED' then o.attempts - 1 else o.attempts end,
                held_up_at = case when n.state = 'pending' and n.hold <> 'KEPT' then coalesce(o.held_up_at, o.due_at) end,
                settled_at = case n.state when 'pending' then null else now() end, receipt = n.receipt
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as n (owner, kind, subject, recipient, occurrence, lease, state, due_at, way, reason, hold, receipt)
            where o.owner = n.owner and o.kind = n.kind and o.subject = n.subject and o.recipient = n.recipient
                and o.occurrence = n.occurrence and o.lease_token = n.lease::uuid and o.state || '' = 'pending'
            """;

    private final JdbcTemplate jdbc;
    private final Seals seals;

    public JdbcOutbox(DataSource source, Seals seals) {
        jdbc = new JdbcTemplate(source);
        this.seals = seals;
    }

    @Override
    public List<Taken> take(Instant now, int most, Duration lease, Set<Channel> except) {
        var token = UUID.randomUUID();
        return jdbc.query(TAKE, (found, n) -> taken(found, token), now.atOffset(ZoneOffset.UTC),
                except.stream().map(Channel::toString).toArray(String[]::new), most, token,
                lease.toSeconds() + " seconds");
    }

    @Override
    public List<Attempt> begin(Collection<Attempt> attempts, Duration lease) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        var sorted = attempts.stream().sorted(Comparator.comparing(one -> one.taken().entry().key())).toList();
        var ours = Set.copyOf(new Columns<>(sorted).text(one -> one.taken().entry().owner()).text(one -> one.taken().entry().kind())
                .text(one -> one.taken().entry().subject()).text(one -> one.taken().entry().recipient())
                .text(one -> one.taken().entry().occurrence()).text(one -> one.taken().lease()).text(Attempt::way)
                .number(one -> lease.toSeconds()).query(jdbc, BEGIN, (found, n) -> bare(found, Instant.MAX, Instant.MAX).key()));
        return sorted.stream().filter(one -> ours.contains(one.taken().entry().key())).toList();
    }

    @Override
    public void settle(Collection<Result> results) {
        if (results.isEmpty()) {
            return;
        }
        var sorted = results.stream().sorted(Comparator.comparing(one -> one.entry().key())).toList();
        var writes = new Writes();
        JdbcAwaited.keep(sorted, writes);
        writes.add(SETTLE, new Columns<>(sorted).text(one -> one.entry().owner()).text(one -> one.entry().kind())
                .text(one -> one.entry().subject()).text(one -> one.entry().recipient()).text(one -> one.entry().occurrence())
                .text(Result::lease).text(one -> one.state().code()).time(Result::nextDue).text(Result::way).text(Result::reason)
                .text(one -> one.hold().name()).text(Result::receipt));
        writes.run(jdbc);
    }

    @Override
    public List<Unshown> reopen() {
        return JdbcUnshown.reopen(jdbc);
    }

    @Override
    public Duration oldest(Instant now) {
        var oldest = jdbc.queryForObject("select min(coalesce(held_up_at, due_at)) from outbox where state = 'pending'"
                + " and coalesce(held_up_at, due_at) <= ?", OffsetDateTime.class, now.atOffset(ZoneOffset.UTC));
        return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
    }

    void tell(List<Effects.Row> rows, Writes writes) {
        add(rows.stream().map(row -> new Waiting(((Effect.Tell) row.effect()).entry(), row.sealed())).toList(), writes);
    }

    void add(List<Waiting> waiting, Writes writes) {
        writes.add(TELL,
                new Columns<>(waiting).text(one -> one.entry().owner()).text(one -> one.entry().kind()).text(one -> one.entry().subject())
                        .text(one -> one.entry().recipient()).text(one -> one.entry().occurrence()).time(one -> one.entry().dueAt())
                        .time(one -> one.entry().expiresAt()).bytes(Waiting::facts));
    }

    void drop(List<Effects.Row> rows, Writes writes) {
        writes.add(DROP_REMINDERS, new Columns<>(rows).text(row -> dropped(row).owner().toString())
                .text(row -> dropped(row).causeKind()).text(row -> dropped(row).causeKey()));
        writes.add(DROP, new Columns<>(rows).text(row -> dropped(row).owner().toString()).text(row -> dropped(row).causeKey()));
    }

    void told(Collection<Effects.Told> confirmations, Writes writes) {
        writes.add(TOLD, new Columns<>(List.copyOf(confirmations)).text(told -> told.address().toString()).text(told -> "reply")
                .text(told -> told.address() + ":" + told.seq()).text(told -> "1"));
    }

    private Taken taken(ResultSet found, UUID token) throws SQLException {
        var bare = bare(found, found.getObject(6, OffsetDateTime.class).toInstant(), found.getObject(7, OffsetDateTime.class).toInstant());
        byte[] facts = found.getBytes(8);
        byte[] key = found.getBytes(12);
        byte[] reply = found.getBytes(14);
        long seq = found.getLong(13);
        var entry = bare;
        if (key != null && facts.length > 0) {
            entry = with(opened(bare, () -> Stored.personal(seals.open(key, Personal.outbox(bare), facts))), bare);
        } else if (key != null && reply != null) {
            var context = Personal.reply(Address.parse(bare.owner()), seq);
            entry = with(opened(bare, () -> Stored.confirmation(seals.open(key, context, reply))), bare);
        }
        return new Taken(entry, token.toString(), found.getInt(9), found.getString(10),
                Duration.ofMillis((long) (1000 * found.getDouble(11))), found.getString(15).lines().collect(Collectors.toSet()),
                Duration.ofMillis((long) (1000 * found.getDouble(16))));
    }

    /** One value that does not open must not keep the others from being sent; its letter is made without facts. */
    private static Map<String, String> opened(OutboxEntry bare, Supplier<Map<String, String>> facts) {
        try {
            return facts.get();
        } catch (RuntimeException e) {
            LOG.error("facts of an outbox entry of kind {} do not open: {}", bare.kind(), e.getClass().getName());
            return Map.of();
        }
    }

    private static OutboxEntry with(Map<String, String> facts, OutboxEntry bare) {
        return new OutboxEntry(bare.owner(), bare.kind(), bare.subject(), bare.recipient(), bare.occurrence(), bare.dueAt(),
                bare.expiresAt(), facts);
    }

    static OutboxEntry bare(ResultSet found, Instant dueAt, Instant expiresAt) throws SQLException {
        return new OutboxEntry(found.getString(1), found.getString(2), found.getString(3), found.getString(4), found.getString(5), dueAt,
                expiresAt, Map.of());
    }

    private static Effect.Drop dropped(Effects.Row row) {
        return (Effect.Drop) row.effect();
    }

    /** An entry and its sealed facts. */
    record Waiting(OutboxEntry entry, byte[] facts) {
    }
}
