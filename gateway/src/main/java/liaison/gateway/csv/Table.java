package liaison.gateway.csv;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import liaison.bot.visit.ReceptionPattern;

/** One file: its columns, the first of which it must have, and how a line of it becomes a row of the directory. */
record Table(String file, List<String> columns, Function<Row, Optional<Entry>> reader) {
    static final List<Table> ALL = List.of(
            new Table("homes.csv", List.of("code", "name", "parent"), Table::home),
            new Table("places.csv", List.of("code", "parent", "kind", "name", "aliases", "lat", "lon"), Table::place),
            new Table("stations.csv", List.of("code", "home", "name", "address", "phone", "areas"), Table::station),
            new Table("electoral_units.csv", List.of("code", "name", "level", "areas"), Table::electoralUnit),
            new Table("deputies.csv",
                    List.of("code", "name", "level", "stations", "electoral_unit", "topics", "addresses", "absent_from", "absent_to"),
                    Table::deputy),
            new Table("units.csv", List.of("code", "name", "topics", "areas"), Table::unit),
            new Table("staff.csv", List.of("code", "name", "role", "stations", "addresses"), Table::staff),
            new Table("reception.csv", List.of("station", "pattern", "from", "to", "capacity"), Table::reception));

    private static final Map<String, Level> LEVELS = words(Level::code, Level.values());
    private static final Map<String, Staff.Role> ROLES = words(role -> role.name().toLowerCase(Locale.ROOT), Staff.Role.values());
    private static final Map<String, String> KINDS = words(Function.identity(), "province", "city", "county", "street", "village",
            "community", "estate", "road", "building", "landmark");
    private static final int NORTH = 90;
    private static final int EAST = 180;
    private static final int MOST_VISITORS = 10_000;

    Optional<Entry> entry(Row row) {
        return reader.apply(row);
    }

    private static Optional<Entry> home(Row row) {
        return coded(row, code -> new DeputyHome(code, row.name(), row.reference("parent")));
    }

    private static Optional<Entry> place(Row row) {
        return coded(row, code -> {
            double lat = row.degrees("lat", NORTH);
            double lon = row.degrees("lon", EAST);
            if (Double.isNaN(lat) != Double.isNaN(lon)) {
                row.fault("lat", "give both lat and lon, or neither");
            }
            return new Place(code, row.reference("parent"), row.choice("kind", KINDS, ""), row.name(), row.list("aliases"), lat, lon);
        });
    }

    private static Optional<Entry> station(Row row) {
        return coded(row, code -> new Station(code, row.reference("home"), row.name(), row.text("address"), row.telephone("phone"),
                row.references("areas")));
    }

    private static Optional<Entry> electoralUnit(Row row) {
        return coded(row,
                code -> new ElectoralUnit(code, row.name(), row.choice("level", LEVELS, Level.TOWN), row.references("areas")));
    }

    private static Optional<Entry> deputy(Row row) {
        return coded(row, code -> {
            var from = row.date("absent_from", LocalDate.MAX);
            var to = row.date("absent_to", LocalDate.MAX);
            if (to.isBefore(from)) {
                row.fault("absent_to", "give absent_from, and no later than absent_to");
            }
            return new Deputy(code, row.name(), row.choice("level", LEVELS, Level.TOWN), row.references("stations"),
                    row.reference("electoral_unit"), row.list("topics"), row.addresses("addresses"), from, to);
        });
    }

    private static Optional<Entry> unit(Row row) {
        return coded(row, code -> new HandlingUnit(code, row.name(), row.list("topics"), row.references("areas")));
    }

    private static Optional<Entry> staff(Row row) {
        return coded(row, code -> {
            var role = row.choice("role", ROLES, Staff.Role.CLERK);
            var stations = row.references("stations");
            if (!row.isFaulty() && role == Staff.Role.CLERK && stations.isEmpty()) {
                row.fault("stations", "is empty; name the stations that the clerk works for");
            }
            return new Staff(code, row.name(), role, stations, row.addresses("addresses"));
        });
    }

    private static Optional<Entry> reception(Row row) {
        String station = row.reference("station");
        if (station.isEmpty()) {
            row.fault("station", "is empty; give the code of the station");
        }
        String pattern = pattern(row);
        var from = row.time("from");
        var to = row.time("to");
        int capacity = row.number("capacity", 1, MOST_VISITORS);
        if (!row.isFaulty() && !from.isBefore(to)) {
            row.fault("to", "must be later than from");
        }
        return row.isFaulty() ? Optional.empty() : Optional.of(new Reception(station, pattern, from, to, capacity));
    }

    private static String pattern(Row row) {
        String pattern = row.text("pattern");
        try {
            return ReceptionPattern.parse(pattern).toString();
        } catch (IllegalArgumentException e) {
            row.fault("pattern", String.valueOf(e.getMessage()));
            return pattern;
        }
    }

    private static Optional<Entry> coded(Row row, Function<String, Entry> reader) {
        String code = row.code();
        Entry entry = reader.apply(code);
        return code.isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    @SafeVarargs
    private static <T> Map<String, T> words(Function<T, String> word, T... values) {
        var words = new LinkedHashMap<String, T>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }
}
