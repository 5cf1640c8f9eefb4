package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Broadcast.Tally;
import liaison.bot.notice.Broadcasts;
import liaison.bot.people.Person;
import org.springframework.jdbc.core.JdbcTemplate;

/** Broadcasts and their recipients; how far each delivery is stands in the outbox. */
public final class JdbcBroadcasts implements Broadcasts {
    private static final int MOST = 5;
    private static final int MOST_ANSWERS = 500;
    private static final byte[] NOTHING = {};

    private static final String ANNOUNCE = """
            insert into broadcast (id, address, author, approved_by, stations, audience, starts_at, created_at, personal)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?)), to_timestamp(unnest(?)), unnest(?)
            on conflict do nothing
            """;

    private static final String FREEZE = "insert into broadcast_recipient (recipient, id) select * from unnest(?, ?) on conflict do nothing";

    private static final String RSVP = """
            update broadcast_recipient r set answer = n.answer, answered_at = now()
            from unnest(?, ?, ?) as n (recipient, id, answer) where r.recipient = n.recipient and r.id = n.id
            """;

    private static final String HALT = """
            update broadcast b set halted_at = now() from unnest(?, ?) as n (id, author)
            where b.id = n.id and b.author = n.author and b.halted_at is null
            """;

    /** What is under way ends as it ends; it is looked at again before any other attempt. */
    private static final String CANCEL = """
            update outbox o set state = 'cancelled', settled_at = now()
            from unnest(?) as n (id) join broadcast_recipient r using (id)
            where o.owner = r.recipient and o.kind || '' = 'notice' and o.subject = r.id and o.state || '' = 'pending'
                and (o.lease_until is null or o.lease_until < now())
            """;

    private static final String COLUMNS = """
            select b.id, b.author, b.approved_by, b.stations, b.audience, b.starts_at, b.created_at, b.personal,
                coalesce(k.wrapped, ''::bytea)
            """;

    private static final String FROM = " from broadcast b left join resident_key k on k.address = b.address ";

    private static final String TALLY = """
            select case when o.reason = 'no-address' and o.state in ('pending', 'expired') then 'unbound' else o.state end, count(*), count(*) filter (where r.answer = 'attend'), count(*) filter (where r.answer = 'leave')
            from broadcast_recipient r
            join outbox o on o.owner = r.recipient and o.kind = 'notice' and o.subject = r.id and o.recipient = r.recipient
            where r.id = ? group by 1
            """;

    private final JdbcTemplate jdbc;
    private final JdbcOutbox outbox;
    private final Seals seals;

    public JdbcBroadcasts(DataSource source, JdbcOutbox outbox, Seals seals) {
        jdbc = new JdbcTemplate(source);
        this.outbox = outbox;
        this.seals = seals;
    }

    @Override
    public Optional<Broadcast> find(String id) {
        return jdbc.query(COLUMNS + FROM + "where b.id = ? and b.halted_at is null", (found, n) -> broadcast(found), id).stream()
                .findFirst();
    }

    /** Halted or not. */
    Optional<Broadcast> sent(String id) {
        return jdbc.query(COLUMNS + FROM + "where b.id = ?", (found, n) -> broadcast(found), id).stream().findFirst();
    }

    Map<Broadcast, Tally> sent(Person author) {
        var tallies = new LinkedHashMap<Broadcast, Tally>();
        jdbc.query(COLUMNS + FROM + "where b.author = ? order by b.id = (select id from broadcast n where n.author = b.author"
                + " order by n.created_at desc limit 1) desc, b.halted_at is not null, b.created_at desc limit " + MOST,
                (found, n) -> broadcast(found),
                author.toString()).forEach(broadcast -> tallies.put(broadcast, tally(broadcast.id())));
        return tallies;
    }

    List<Broadcast> live(Person author) {
        return jdbc.query(COLUMNS + FROM + "where b.author = ? and b.halted_at is null order by b.created_at desc limit " + MOST,
                (found, n) -> broadcast(found), author.toString());
    }

    Optional<Broadcast> latest(Person author) {
        return jdbc.query(COLUMNS + FROM + "where b.author = ? order by b.created_at desc limit 1", (found, n) -> broadcast(found),
                author.toString()).stream().findFirst();
    }

    Map<Person, String> answers(String id) {
        var answers = new LinkedHashMap<Person, String>();
        jdbc.query("select recipient, answer from broadcast_recipient where id = ? order by recipient limit " + MOST_ANSWERS,
                found -> {
                    answers.put(Person.parse(found.getString(1)), found.getString(2));
                }, id);
        return answers;
    }

    String answered(String id, Person recipient) {
        return jdbc
                .queryForList("select answer from broadcast_recipient where recipient = ? and id = ?", String.class, recipient.toString(),
                        id)
                .stream().findFirst().orElse("");
    }

    /** Who waits for the morning, or is out of reach for the moment, may have heard of it from others, and answers all the same. */
    List<Broadcast> received(Person recipient) {
        return received(recipient, "is null");
    }

    List<Broadcast> stopped(Person recipient) {
        return received(recipient, "is not null");
    }

    private List<Broadcast> received(Person recipient, String halted) {
        return jdbc.query(COLUMNS + FROM + "join broadcast_recipient r on r.id = b.id"
                + " where r.recipient = ? and b.halted_at " + halted + " order by b.created_at desc limit " + MOST,
                (found, n) -> broadcast(found), recipient.toString());
    }

    void announce(List<Effects.Row> rows, Writes writes) {
        writes.add(ANNOUNCE, new Columns<>(rows).text(row -> announced(row).id()).text(row -> row.address().toString())
                .text(row -> announced(row).author().toString()).text(row -> announced(row).approvedBy())
                .text(row -> String.join("|", announced(row).stations())).text(row -> announced(row).audience())
                .time(row -> announced(row).startsAt()).time(row -> announced(row).createdAt()).bytes(Effects.Row::sealed));
        for (var row : rows) {
            var announce = (Effect.Announce) row.effect();
            writes.add(FREEZE, new Columns<>(announce.recipients()).text(Person::toString).text(person -> announce.broadcast().id()));
            outbox.add(announce.entries().stream().map(entry -> new JdbcOutbox.Waiting(entry, NOTHING)).toList(), writes);
        }
    }

    void rsvp(List<Effects.Row> rows, Writes writes) {
        var answers = rows.stream().map(row -> (Effect.Rsvp) row.effect()).toList();
        writes.add(RSVP, new Columns<>(answers).text(answer -> answer.recipient().toString()).text(Effect.Rsvp::broadcast)
                .text(Effect.Rsvp::answer));
    }

    void halt(List<Effects.Row> rows, Writes writes) {
        var halts = rows.stream().map(row -> (Effect.Halt) row.effect()).toList();
        writes.add(HALT, new Columns<>(halts).text(Effect.Halt::broadcast).text(halt -> halt.by().toString()));
        writes.add(CANCEL, new Columns<>(halts).text(Effect.Halt::broadcast));
    }

    private Tally tally(String id) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.query(TALLY, found -> {
            counts.merge(found.getString(1), found.getInt(2), Integer::sum);
            counts.merge("attend", found.getInt(3), Integer::sum);
            counts.merge("leave", found.getInt(4), Integer::sum);
        }, id);
        return new Tally(count(counts, "pending"), count(counts, "sent"), count(counts, "failed"), count(counts, "expired"),
                count(counts, "cancelled"), count(counts, "unknown"), count(counts, "unbound"), count(counts, "attend"),
                count(counts, "leave"));
    }

    private Broadcast broadcast(ResultSet found) throws SQLException {
        var author = Person.parse(found.getString(2));
        byte[] key = found.getBytes(9);
        Map<String, String> words = key.length == 0
                ? Map.of()
                : Stored.personal(seals.open(key, Personal.broadcast(author, found.getString(1)), found.getBytes(8)));
        var starts = found.getObject(6, OffsetDateTime.class);
        return new Broadcast(found.getString(1), author, found.getString(3),
                new ArrayList<>(Arrays.asList(found.getString(4).split("\\|", -1))),
                found.getString(5), words.getOrDefault("text", ""), words.getOrDefault("when", ""),
                starts.equals(OffsetDateTime.MAX) ? Instant.MAX : starts.toInstant(), words.getOrDefault("where", ""),
                found.getObject(7, OffsetDateTime.class).toInstant());
    }

    private static int count(Map<String, Integer> counts, String name) {
        return counts.getOrDefault(name, 0);
    }

    private static Broadcast announced(Effects.Row row) {
        return ((Effect.Announce) row.effect()).broadcast();
    }
}
