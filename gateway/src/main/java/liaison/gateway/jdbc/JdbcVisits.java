package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.dialog.Stored;
import liaison.bot.dialog.Want;
import liaison.bot.message.Address;
import liaison.bot.visit.Booking;
import liaison.bot.visit.Visits;
import org.springframework.jdbc.core.JdbcTemplate;

/** Visits on reception days; a slot is a place that is taken. */
public final class JdbcVisits implements Visits {
    private static final String BOOK = """
            with n as materialized (
                select address, id, station, day, place, to_timestamp(begins) as begins, to_timestamp(ends) as ends, deputy, personal
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as n (address, id, station, day, place, begins, ends, deputy, personal)),
            s as (
                insert into slot (station, day, place, address, booking) select station, day, place, address, id from n
                order by station, day, place
                on conflict do nothing returning booking),
            done as (
                insert into booking (address, id, station, day, place, begins, ends, deputy, personal)
                select address, id, station, day, place, begins, ends, deputy, personal from n join s on s.booking = n.id
                returning address)
            """;

    private static final String UNBOOK = """
            with n as materialized (select * from unnest(?, ?) as n (address, id)),
            done as (
                update booking b set state = 'cancelled' from n
                where b.address = n.address and b.id = n.id and b.state = 'booked'
                returning b.address, b.station, b.day, b.place),
            s as (
                delete from slot using done where slot.station = done.station and slot.day = done.day and slot.place = done.place)
            """;

    private static final String COLUMNS = """
            select b.address, b.id, b.station, b.day, b.place, b.begins, b.ends, b.deputy, b.personal, coalesce(k.wrapped, ''::bytea)
            from booking b left join resident_key k on k.address = b.address
            """;

    private static final String FIND = COLUMNS + "where b.address = ? and b.id = ? and b.state = 'booked'";

    private static final String NEXT = COLUMNS + "where b.address = ? and b.day >= ? and b.state = 'booked' order by b.begins";

    private static final String TAKEN = "select s.day, s.place, b.deputy from slot s join booking b on b.address = s.address"
            + " and b.id = s.booking where s.station = ? and s.day between ? and ?";

    private final JdbcTemplate jdbc;
    private final Seals seals;

    public JdbcVisits(DataSource source, Seals seals) {
        jdbc = new JdbcTemplate(source);
        this.seals = seals;
    }

    @Override
    public Optional<Booking> visit(Address address, String id) {
        return jdbc.query(FIND, (found, n) -> booking(found, personal(found)), address.toString(), id).stream().findFirst();
    }

    List<Booking> next(Address address, LocalDate from) {
        return jdbc.query(NEXT, (found, n) -> booking(found, personal(found)), address.toString(), from);
    }

    Map<LocalDate, Map<Integer, String>> taken(Want.Taken want) {
        var taken = new HashMap<LocalDate, Map<Integer, String>>();
        jdbc.query(TAKEN, found -> {
            taken.computeIfAbsent(found.getObject(1, LocalDate.class), day -> new TreeMap<>()).put(found.getInt(2), found.getString(3));
        }, want.station(), want.from(), want.to());
        return taken;
    }

    /** Books; fails where the place was taken. */
    void book(List<Effects.Row> rows, Writes writes) {
        writes.guarded(BOOK, new Columns<>(rows).text(row -> booked(row).address().toString()).text(row -> booked(row).id())
                .text(row -> booked(row).station()).day(row -> booked(row).day()).count(row -> booked(row).place())
                .time(row -> booked(row).from()).time(row -> booked(row).to()).text(row -> booked(row).deputy())
                .bytes(Effects.Row::sealed), Effects.Row.addresses(rows));
    }

    /** Gives places back; fails where the visit was not booked any more. */
    void unbook(List<Effects.Row> rows, Writes writes) {
        writes.guarded(UNBOOK, new Columns<>(rows).text(row -> unbooked(row).owner().toString()).text(row -> unbooked(row).id()),
                Effects.Row.addresses(rows));
    }

    private Map<String, String> personal(ResultSet found) throws SQLException {
        var context = Personal.booking(Address.parse(found.getString(1)), found.getString(2));
        return found.getBytes(9).length == 0 || found.getBytes(10).length == 0
                ? Map.of()
                : Stored.personal(seals.open(found.getBytes(10), context, found.getBytes(9)));
    }

    private static Booking booking(ResultSet found, Map<String, String> personal) throws SQLException {
        return new Booking(found.getString(2), Address.parse(found.getString(1)), found.getString(3),
                found.getObject(4, LocalDate.class), found.getInt(5), found.getObject(6, OffsetDateTime.class).toInstant(),
                found.getObject(7, OffsetDateTime.class).toInstant(), found.getString(8), personal);
    }

    private static Booking booked(Effects.Row row) {
        return ((Effect.Book) row.effect()).booking();
    }

    private static Effect.Unbook unbooked(Effects.Row row) {
        return (Effect.Unbook) row.effect();
    }
}
