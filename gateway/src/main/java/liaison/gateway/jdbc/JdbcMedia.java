package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liaison.bot.dialog.Call;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.dialog.Want;
import liaison.bot.media.Fetches;
import liaison.bot.media.MediaFetcher;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaKind;
import liaison.bot.media.MediaState;
import liaison.bot.media.Medium;
import liaison.bot.media.UnusedMedia;
import liaison.bot.message.Address;
import liaison.bot.notice.OutboxEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was sent besides words, how far each fetch is, and what goes with which request; leases run by PostgreSQL's clock. */
public final class JdbcMedia implements Fetches, UnusedMedia {
    private static final String FETCH = """
            insert into media (address, seq, kind, media_id, sent_at, due_at)
            select unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)), to_timestamp(unnest(?))
            on conflict do nothing
            """;

    private static final String ATTACH = """
            insert into request_media (address, number, seq)
            select n.address, n.number, m.seq from (select unnest(?) as address, unnest(?) as number, unnest(?) as media_id) as n
            join media m on m.address = n.address and m.media_id = n.media_id
            on conflict do nothing
            """;

    private static final String TAKE = """
            with due as (
                select address, seq from media
                where state = 'pending' and due_at <= ? and (lease_until is null or lease_until < now())
                order by due_at limit ? for update skip locked),
            taken as (
                update media m set lease_token = ?, lease_until = now() + ?::interval, attempts = m.attempts + 1
                from due d where m.address = d.address and m.seq = d.seq returning m.*)
            select t.address, t.seq, t.kind, t.media_id, t.sent_at, t.attempts, coalesce(k.wrapped, ''::bytea)
            from taken t left join resident_key k on k.address = t.address order by t.due_at
            """;

    private static final String SETTLE = """
            update media set state = ?, due_at = case when ? then ? else due_at end, reason = ?, type = ?, size = ?, sha256 = ?,
                lease_token = null, lease_until = null, settled_at = case when ? then null else now() end
            where address = ? and seq = ? and lease_token = ?::uuid and state = 'pending'
            """;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String WAITING = """
            select subject, facts from outbox
            where owner = ? and kind || '' = 'reply' and recipient = owner and subject like 'media:%' and occurrence = '1'
                and state || '' = 'pending' and attempts = 0 and lease_until is null
            order by due_at for update
            """;

    private static final String COUNT = """
            update outbox set facts = ? where owner = ? and kind = 'reply' and subject = ? and recipient = owner and occurrence = '1'
            """;

    private static final String GIVE_UP = """
            with old as (
                select address, seq from media m
                where sent_at < ? and (lease_until is null or lease_until < now())
                    and not exists (select from request_media r where r.address = m.address and r.seq = m.seq)
                limit ? for update skip locked)
            update media m set state = 'gone', reason = 'unused', settled_at = coalesce(m.settled_at, now()) from old o
            where m.address = o.address and m.seq = o.seq returning m.address, m.seq
            """;

    private static final String FORGET = """
            delete from media m where m.address = ? and m.seq = ?
                and not exists (select from request_media r where r.address = m.address and r.seq = m.seq)
            """;

    private static final String MEDIUM = "select m.address, m.seq, m.kind, m.state, m.type from ";

    private static final String OF_REQUEST = MEDIUM + """
            request_media r join media m on m.address = r.address and m.seq = r.seq
            where r.address = ? and r.number = ? order by m.seq
            """;

    private static final String RECORDED = MEDIUM + "media m where m.address = ? and m.seq > ? order by m.seq limit " + Call.WINDOW;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final JdbcOutbox outbox;
    private final Seals seals;

    public JdbcMedia(DataSource source, PlatformTransactionManager manager, JdbcOutbox outbox, Seals seals) {
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(manager);
        this.outbox = outbox;
        this.seals = seals;
    }

    @Override
    public List<Taken> take(Instant now, int most, Duration lease) {
        var token = UUID.randomUUID();
        return jdbc.query(TAKE, (found, n) -> taken(found, token), now.atOffset(ZoneOffset.UTC), most, token,
                lease.toSeconds() + " seconds");
    }

    @Override
    public boolean settle(Result result) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var taken = result.taken();
            boolean waits = result.state() == MediaState.PENDING;
            var kept = result.kept();
            boolean ours = jdbc.update(SETTLE, result.state().code(), waits, result.nextDue().atOffset(ZoneOffset.UTC), result.reason(),
                    kept.type(), kept.size(), kept.sha256(), waits, taken.key().address().toString(), taken.key().seq(),
                    taken.lease()) == 1;
            if (ours) {
                result.told().ifPresent(entry -> tell(entry, taken.wrappedKey()));
            }
            return ours;
        }));
    }

    /** What waits to be said in the same words is said once, with how many. */
    private void tell(OutboxEntry entry, byte[] key) {
        jdbc.query(LOCK, found -> {
        }, entry.owner());
        var same = jdbc.query(WAITING, (found, n) -> waiting(entry, found, key), entry.owner()).stream()
                .filter(one -> isSame(one.facts(), entry.facts())).findFirst();
        if (same.isPresent()) {
            var one = same.get();
            var facts = new HashMap<>(one.facts());
            facts.merge(MediaFetcher.COUNT, "2", (count, two) -> Integer.toString(Integer.parseInt(count) + 1));
            jdbc.update(COUNT, seals.seal(key, Personal.outbox(one), Stored.pack(facts)), one.owner(), one.subject());
            return;
        }
        var writes = new Writes();
        byte[] facts = seals.seal(key, Personal.outbox(entry), Stored.pack(entry.facts()));
        outbox.add(List.of(new JdbcOutbox.Waiting(entry, facts)), writes);
        writes.run(jdbc);
    }

    private OutboxEntry waiting(OutboxEntry like, ResultSet found, byte[] key) throws SQLException {
        var bare = new OutboxEntry(like.owner(), like.kind(), found.getString(1), like.recipient(), like.occurrence(), like.dueAt(),
                like.expiresAt(), Map.of());
        var facts = Stored.personal(seals.open(key, Personal.outbox(bare), found.getBytes(2)));
        return new OutboxEntry(bare.owner(), bare.kind(), bare.subject(), bare.recipient(), bare.occurrence(), bare.dueAt(),
                bare.expiresAt(), facts);
    }

    private static boolean isSame(Map<String, String> one, Map<String, String> other) {
        return Stream.of(MediaFetcher.SAY, MediaFetcher.KIND).allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    @Override
    public List<MediaKey> giveUp(Instant before, int most) {
        return jdbc.query(GIVE_UP, (found, n) -> new MediaKey(Address.parse(found.getString(1)), found.getLong(2)),
                before.atOffset(ZoneOffset.UTC), most);
    }

    @Override
    public void forget(MediaKey key) {
        jdbc.update(FORGET, key.address().toString(), key.seq());
    }

    /** How long ago the oldest thing was sent that is still to be fetched; zero when there is none. */
    public Duration oldest(Instant now) {
        var oldest = jdbc.queryForObject("select min(sent_at) from media where state = 'pending'", OffsetDateTime.class);
        return oldest == null || oldest.toInstant().isAfter(now) ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
    }

    List<Medium> media(Want.Media want) {
        return jdbc.query(OF_REQUEST, (found, n) -> medium(found), want.owner().toString(), want.number());
    }

    List<Medium> recorded(Want.Recorded want) {
        return jdbc.query(RECORDED, (found, n) -> medium(found), want.owner().toString(), want.seq());
    }

    void fetch(List<Effects.Row> rows, Writes writes) {
        writes.add(FETCH,
                new Columns<>(rows).text(row -> row.address().toString()).number(Effects.Row::seq).text(row -> fetched(row).kind().code())
                        .text(row -> fetched(row).mediaId()).time(row -> fetched(row).sentAt()).time(row -> fetched(row).sentAt()));
    }

    void attach(List<Effects.Row> rows, Writes writes) {
        var all = rows.stream().map(row -> (Effect.Attach) row.effect())
                .flatMap(attach -> attach.mediaIds().stream().distinct().map(id -> new Attached(attach, id))).toList();
        writes.add(ATTACH, new Columns<>(all).text(one -> one.to().owner().toString()).text(one -> one.to().number()).text(Attached::id));
    }

    private record Attached(Effect.Attach to, String id) {
    }

    private static Taken taken(ResultSet found, UUID token) throws SQLException {
        return new Taken(new MediaKey(Address.parse(found.getString(1)), found.getLong(2)), MediaKind.parse(found.getString(3)),
                found.getString(4), found.getObject(5, OffsetDateTime.class).toInstant(), found.getInt(6), token.toString(),
                found.getBytes(7));
    }

    private static Medium medium(ResultSet found) throws SQLException {
        return new Medium(new MediaKey(Address.parse(found.getString(1)), found.getLong(2)), MediaKind.parse(found.getString(3)),
                MediaState.parse(found.getString(4)), found.getString(5));
    }

    private static Effect.Fetch fetched(Effects.Row row) {
        return (Effect.Fetch) row.effect();
    }
}
