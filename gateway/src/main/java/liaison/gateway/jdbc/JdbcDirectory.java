package liaison.gateway.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.Directory;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The directory in PostgreSQL: its places in memory, the rest through a bounded cache, all of one version. */
public final class JdbcDirectory implements Directory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDirectory.class);

    private static final String UNITS = """
            select * from handling_unit where ? = any (topics) and (areas && ? or areas = '{}') order by code
            """;

    private static final String PERSON = """
            select 'deputy:' || code from deputy where addresses @> array[?::text] and addresses <> '{}' union all
            select 'staff:' || code from staff where addresses @> array[?::text] and addresses <> '{}'
            """;

    private static final String EMPTY = """
            select not (exists (select from home) or exists (select from place) or exists (select from station)
                or exists (select from electoral_unit) or exists (select from deputy) or exists (select from handling_unit)
                or exists (select from staff))
            """;

    private final JdbcTemplate jdbc;
    private final ScheduledExecutorService poller;
    private volatile DirectorySnapshot current;

    /** Reads the directory, and looks for a new version as often as told. */
    public JdbcDirectory(DataSource source, Duration poll) {
        jdbc = new JdbcTemplate(source);
        current = read();
        poller = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("directory").factory());
        poller.scheduleWithFixedDelay(this::poll, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a new version over, if there is one. */
    public synchronized boolean refresh() {
        long newest = Objects.requireNonNull(jdbc.execute((ConnectionCallback<Long>) DirectorySnapshot::version));
        if (newest == current.version) {
            return false;
        }
        current = read();
        return true;
    }

    public long version() {
        return current.version;
    }

    /** Whether nothing was ever brought in; asks the database. */
    public boolean isEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject(EMPTY, Boolean.class));
    }

    @Override
    public Optional<Place> place(String code) {
        return current.places.place(code);
    }

    @Override
    public List<Mention> mentions(String text) {
        return current.places.mentions(text);
    }

    @Override
    public List<Mention> nearly(String text) {
        return current.places.nearly(text);
    }

    @Override
    public Optional<Place> nearest(double latitude, double longitude, double metres, Set<String> kinds) {
        return current.places.nearest(latitude, longitude, metres, kinds);
    }

    @Override
    public List<Station> stationsOf(String placeCode) {
        var snapshot = current;
        var path = snapshot.places.path(placeCode);
        var serving = asked(snapshot, new Asked("stations of", placeCode), "select * from station where areas && ? order by code",
                (row, n) -> DirectoryRows.station(row), path);
        return path.stream().map(area -> serving.stream().filter(station -> station.areas().contains(area)).toList())
                .filter(stations -> !stations.isEmpty()).findFirst().orElse(List.of());
    }

    @Override
    public Optional<Station> station(String code) {
        return one("station", code, (row, n) -> DirectoryRows.station(row));
    }

    @Override
    public Optional<DeputyHome> home(String code) {
        return one("home", code, (row, n) -> DirectoryRows.home(row));
    }

    @Override
    public List<Station> stations(int limit) {
        return asked(current, new Asked("stations", Integer.toString(limit)), "select * from station order by code limit ?",
                (row, n) -> DirectoryRows.station(row), limit);
    }

    @Override
    public List<Deputy> deputiesOf(String stationCode) {
        return asked(current, new Asked("deputies of", stationCode), "select * from deputy where stations @> array[?::text] order by code",
                (row, n) -> DirectoryRows.deputy(row), stationCode);
    }

    @Override
    public Optional<Deputy> deputy(String code) {
        return one("deputy", code, (row, n) -> DirectoryRows.deputy(row));
    }

    @Override
    public Optional<ElectoralUnit> electoralUnit(String code) {
        return one("electoral_unit", code, (row, n) -> DirectoryRows.electoralUnit(row));
    }

    @Override
    public List<Staff> staffOf(String stationCode) {
        return asked(current, new Asked("staff of", stationCode), "select * from staff where stations @> array[?::text] order by code",
                (row, n) -> DirectoryRows.staff(row), stationCode);
    }

    @Override
    public Optional<Staff> staff(String code) {
        return one("staff", code, (row, n) -> DirectoryRows.staff(row));
    }

    @Override
    public List<HandlingUnit> unitsFor(String topic, String placeCode) {
        var snapshot = current;
        var path = snapshot.places.path(placeCode);
        var units = asked(snapshot, new Asked("units for " + topic, placeCode), UNITS, (row, n) -> DirectoryRows.unit(row), topic, path);
        return units.stream().sorted(Comparator.comparingInt(unit -> steps(unit, path))).toList();
    }

    @Override
    public List<Reception> receptionsOf(String stationCode) {
        return asked(current, new Asked("receptions of", stationCode), "select * from reception where station = ? order by pattern, begins",
                (row, n) -> DirectoryRows.reception(row), stationCode);
    }

    @Override
    public Optional<Person> personAt(Address address) {
        var snapshot = current;
        if (!snapshot.mayKnow(address)) {
            return Optional.empty();
        }
        return asked(snapshot, new Asked("person at", address.toString()), PERSON, (row, n) -> Person.parse(row.getString(1)),
                address.toString(), address.toString()).stream().findFirst();
    }

    @Override
    public void close() {
        poller.shutdownNow();
    }

    private <T> Optional<T> one(String table, String code, RowMapper<T> mapper) {
        return asked(current, new Asked(table, code), "select * from " + table + " where code = ?", mapper, code).stream().findFirst();
    }

    /** What was asked before of this version; else asks. */
    @SuppressWarnings("unchecked")
    private <T> List<T> asked(DirectorySnapshot snapshot, Asked what, String sql, RowMapper<T> mapper, Object... arguments) {
        return (List<T>) snapshot.asked.get(what, key -> jdbc.query(connection -> {
            var statement = connection.prepareStatement(sql);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i] instanceof List<?> list ? array(connection, list) : arguments[i]);
            }
            return statement;
        }, mapper));
    }

    private DirectorySnapshot read() {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<DirectorySnapshot>) connection -> DirectorySnapshot
                .within(connection, () -> DirectorySnapshot.read(connection))));
    }

    private void poll() {
        try {
            if (refresh()) {
                LOG.info("directory version {} taken over", current.version);
            }
        } catch (RuntimeException e) {
            LOG.warn("directory could not be read; version {} goes on", current.version, e);
        }
    }

    /** Steps up from the place to the unit's area; everywhere lies just beyond the top. */
    private static int steps(HandlingUnit unit, List<String> path) {
        return unit.areas().stream().mapToInt(path::indexOf).filter(step -> step >= 0).min().orElse(path.size());
    }

    private static Array array(Connection connection, List<?> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private record Asked(String what, String of) {
    }
}
