package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liaison.bot.calendar.Shanghai;
import liaison.bot.dialog.Candidate;
import liaison.bot.dialog.Duties;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.dialog.Want;
import liaison.bot.message.Address;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.ServiceRequests;
import liaison.bot.request.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Requests, their numbers and their events. */
public final class JdbcRequests implements ServiceRequests {
    private static final int MOST = 20;
    private static final int MOST_ALIKE = 12;

    private static final String NUMBER = "insert into request_number (number, address) select unnest(?), unnest(?) on conflict do nothing";

    private static final String FILE = """
            with done as (
                insert into request (version, address, number, station, deputy, unit, topic, place, status, holder, filed_at, due,
                    provisional, personal)
                select 1, * from (
                    select unnest(?) as address, unnest(?) as number, unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?),
                        unnest(?), to_timestamp(unnest(?)), to_timestamp(unnest(?)), unnest(?), unnest(?)) as n
                where (select u.address = n.address from request_number u where u.number = n.number) -- each
                on conflict do nothing returning address)
            """;

    private static final String CLOSED = Arrays.stream(Status.values()).filter(Status::isClosed).map(status -> "'" + status.code() + "'")
            .collect(Collectors.joining(", "));

    /**
     * A step that joins a request to another one waits for whoever moves that one on. Whoever steps, a clerk or the owner,
     * is told whether it went in.
     */
    private static final String STEP = """
            with n as materialized (
                select address, number, n, kind, actor, status, to_timestamp(at) as at, reason, personal, writer
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (address, number, n, kind, actor, status, at, reason, personal, writer)),
            u as (
                update request r set status = n.status, version = n.n,
                    topic = case when n.kind = '%2$s' then split_part(n.reason, '/', 1) else r.topic end,
                    unit = case when n.kind = '%2$s' then split_part(n.reason, '/', 2) else r.unit end from n
                where r.address = n.address and r.number = n.number and r.version = n.n - 1
                and (n.kind <> '%1$s' or exists (
                    select from request_number l join request o on o.address = l.address and o.number = l.number
                    where l.number = n.reason and o.status not in (%3$s) for share of o))
                returning r.address, r.number),
            e as (
                insert into request_event (address, number, n, kind, actor, status, at, reason, personal)
                select n.address, n.number, n.n, n.kind, n.actor, n.status, n.at, n.reason, n.personal
                from n where ((n.address, n.number) in (select address, number from u)) is true),
            done as (select n.writer as address from n where ((n.address, n.number) in (select address, number from u)) is true)
            """.formatted(RequestEvent.MERGED, RequestEvent.RETOPIC, CLOSED);

    private static final String COLUMNS = """
            select r.address, r.number, r.station, r.deputy, r.unit, r.topic, r.place, r.status, r.holder, r.filed_at, r.due,
                r.provisional, r.version, r.personal, coalesce(k.wrapped, ''::bytea)
            """;

    private static final String NEWEST = COLUMNS + """
            , -1
            from unnest(?) as a (address)
            cross join lateral (
                select * from request where address = a.address order by filed_at desc, number desc limit %d) r
            left join resident_key k on k.address = r.address
            """.formatted(MOST);

    /** Whoever was erased has no words that could be compared. Of requests filed at one instant any will do, lest all are read to be sorted. */
    private static final String ALIKE_AND_NEWEST = COLUMNS + """
            , a.ask
            from unnest(?, ?, ?, ?) as a (ask, station, place, since)
            cross join lateral (
                select * from request where station = a.station and place = a.place and filed_at >= to_timestamp(a.since)
                    order by filed_at desc limit %d) r
            join resident_key k on k.address = r.address
            union all
            """.formatted(MOST_ALIKE) + NEWEST;

    private static final Comparator<ServiceRequest> NEWEST_FIRST = Comparator.comparing(ServiceRequest::filedAt)
            .thenComparing(ServiceRequest::number).reversed();

    private static final String FIND = COLUMNS + """
            from request r left join resident_key k on k.address = r.address where r.address = ? and r.number = ?
            """;

    private static final String NUMBERED = COLUMNS + """
            from request_number u join request r on r.address = u.address and r.number = u.number
            left join resident_key k on k.address = r.address where u.number = ?
            """;

    private static final String NOTES = """
            select e.address, e.number, e.n, e.personal, k.wrapped from request_event e join resident_key k on k.address = e.address
            where e.address = ? and e.number = ? and e.kind in ('added', 'rated', 'corrected') order by e.n
            """;

    private static final String DECIDED = """
            select e.kind from request_number u join request_event e on e.address = u.address and e.number = u.number
            where u.number = ? and e.actor = ? order by e.n
            """;

    private static final String OPEN = "where r.station = any(?) and (? = '' or r.holder = ?) and r.status not in (%s, '%s') "
            .formatted(CLOSED, Status.REPLIED.code());

    private static final String OPEN_COUNTED = "select count(*), count(*) filter (where r.due <= ?), count(*) filter (where r.filed_at >= ?)"
            + " from request r " + OPEN;

    private static final String OPEN_FIRST = COLUMNS + "from request r left join resident_key k on k.address = r.address " + OPEN
            + "and r.number like '%' || ? order by r.due, r.number limit " + Duties.MOST + " offset ?";

    private final JdbcTemplate jdbc;
    private final Seals seals;

    public JdbcRequests(DataSource source, Seals seals) {
        jdbc = new JdbcTemplate(source);
        this.seals = seals;
    }

    @Override
    public Optional<ServiceRequest> find(Address address, String number) {
        return jdbc.query(FIND, (found, n) -> request(found, Map.of()), address.toString(), number).stream().findFirst();
    }

    /**
     * Requests that were asked for in a batch.
     *
     * @param newest those of each address, with their personal fields
     * @param alike what may be the same as what is asked for, but for what whoever asks filed
     */
    record Found(Map<Address, List<ServiceRequest>> newest, Map<Want.Alike, List<Candidate>> alike) {
        /** What may be the same, whoever filed it, the newest first. */
        List<Candidate> alike(Address of, Want.Alike want) {
            var there = alike.getOrDefault(want, List.of());
            var own = newest(of).stream().filter(request -> there.stream().noneMatch(one -> one.request().equals(request)))
                    .map(Candidate::new).toList();
            return own.isEmpty()
                    ? there
                    : Stream.concat(there.stream(), own.stream()).sorted(Comparator.comparing(Candidate::request, NEWEST_FIRST)).toList();
        }

        List<ServiceRequest> newest(Address of) {
            return newest.getOrDefault(of, List.of()).stream().sorted(NEWEST_FIRST).toList();
        }

        private void add(ServiceRequest request, List<Want.Alike> asks, int ask) {
            if (ask < 0) {
                newest.computeIfAbsent(request.address(), address -> new ArrayList<>()).add(request);
            } else {
                alike.computeIfAbsent(asks.get(ask), want -> new ArrayList<>()).add(new Candidate(request));
            }
        }
    }

    /** Reads all at once. When a street is dark, all of a batch ask for the same few, which are read once. */
    Found find(Set<Address> addresses, Set<Want.Alike> wants) {
        var found = new Found(new HashMap<>(), new HashMap<>());
        var of = List.copyOf(addresses);
        var asks = List.copyOf(wants);
        RowMapper<Boolean> add = (row, n) -> {
            found.add(request(row, personal(row)), asks, row.getInt(16));
            return true;
        };
        if (!asks.isEmpty()) {
            new Columns<>(IntStream.range(0, asks.size()).boxed().toList()).count(ask -> ask).text(ask -> asks.get(ask).station())
                    .text(ask -> asks.get(ask).place())
                    .time(ask -> Shanghai.at(asks.get(ask).from(), LocalTime.MIN))
                    .and(new Columns<>(of).text(Address::toString)).query(jdbc, ALIKE_AND_NEWEST, add);
            found.alike.values().forEach(there -> there.sort(Comparator.comparing(Candidate::request, NEWEST_FIRST)));
        } else if (!of.isEmpty()) {
            new Columns<>(of).text(Address::toString).query(jdbc, NEWEST, add);
        }
        return found;
    }

    /** A request by its number alone, with its personal fields and what its resident said of it since. */
    Optional<ServiceRequest> numbered(String number) {
        return jdbc.query(NUMBERED, (found, n) -> request(found, personal(found)), number).stream().findFirst().map(request -> {
            var said = jdbc.query(NOTES, (found, n) -> Stored.personal(seals.open(found.getBytes(5),
                    Personal.event(request.address(), number, found.getInt(3)), found.getBytes(4))),
                    request.address().toString(), number);
            return request.with(said);
        });
    }

    /** What is to be seen to; read by the index of what a station got, which is enough for the few who ask. */
    Duties open(Want.Open want) {
        String[] stations = want.stations().toArray(String[]::new);
        var morning = Shanghai.at(Shanghai.day(want.now()), LocalTime.MIN);
        var first = jdbc.query(OPEN_FIRST, (found, n) -> request(found, Map.of()), stations, want.holder(), want.holder(),
                want.ending(), want.from());
        return jdbc.query(OPEN_COUNTED, (found, n) -> new Duties(found.getInt(1), found.getInt(2), found.getInt(3), first),
                want.now().atOffset(ZoneOffset.UTC), morning.atOffset(ZoneOffset.UTC), stations, want.holder(), want.holder()).getFirst();
    }

    /** The kinds of the steps that somebody made of a request. */
    List<String> decided(String number, String actor) {
        return jdbc.queryForList(DECIDED, String.class, number, actor);
    }

    /** Files; fails where a number was taken. */
    void file(List<Effects.Row> rows, Writes writes) {
        writes.add(NUMBER, new Columns<>(rows).text(row -> filed(row).number()).text(row -> row.address().toString()));
        writes.guarded(FILE, new Columns<>(rows).text(row -> row.address().toString()).text(row -> filed(row).number())
                .text(row -> filed(row).station()).text(row -> filed(row).deputy()).text(row -> filed(row).unit())
                .text(row -> filed(row).topic()).text(row -> filed(row).place()).text(row -> filed(row).status().code())
                .text(row -> filed(row).holder()).time(row -> filed(row).filedAt()).time(row -> filed(row).due())
                .flag(row -> filed(row).provisional()).bytes(Effects.Row::sealed), Effects.Row.addresses(rows));
    }

    /** Steps; fails where somebody else moved the request on. */
    void step(List<Effects.Row> rows, Writes writes) {
        writes.guarded(STEP, new Columns<>(rows).text(row -> stepped(row).address().toString()).text(row -> stepped(row).number())
                .count(row -> stepped(row).n()).text(row -> stepped(row).kind()).text(row -> stepped(row).actor())
                .text(row -> stepped(row).status().code()).time(row -> stepped(row).at()).text(row -> stepped(row).reason())
                .bytes(Effects.Row::sealed).text(row -> row.address().toString()), Effects.Row.addresses(rows));
    }

    private Map<String, String> personal(ResultSet found) throws SQLException {
        var context = Personal.request(Address.parse(found.getString(1)), found.getString(2));
        return Stored.personal(seals.open(found.getBytes(15), context, found.getBytes(14)));
    }

    private static ServiceRequest request(ResultSet found, Map<String, String> personal) throws SQLException {
        return new ServiceRequest(found.getString(2), Address.parse(found.getString(1)), found.getString(3), found.getString(4),
                found.getString(5), found.getString(6), found.getString(7), Status.parse(found.getString(8)), found.getString(9),
                found.getObject(10, OffsetDateTime.class).toInstant(), found.getObject(11, OffsetDateTime.class).toInstant(),
                found.getBoolean(12), found.getInt(13), personal);
    }

    private static ServiceRequest filed(Effects.Row row) {
        return ((Effect.File) row.effect()).request();
    }

    private static RequestEvent stepped(Effects.Row row) {
        return ((Effect.Step) row.effect()).event();
    }
}
