package liaison.gateway.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** One table of the directory, what its rows refer to, and how it takes a row. */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of
enum DirectoryTable {
    HOME("home", List.of("code"), List.of("name", "parent"), List.of(Reference.one("parent", "home"))), PLACE("place", List.of("code"),
            List.of("parent", "kind", "name", "aliases", "lat", "lon"), List.of(Reference.one("parent", "place"))), STATION("station",
                    List.of("code"), List.of("home", "name", "address", "phone", "areas"),
                    List.of(Reference.one("home", "home"), Reference.many("areas", "place"))), ELECTORAL_UNIT("electoral_unit",
                            List.of("code"), List.of("name", "level", "areas"), List.of(Reference.many("areas", "place"))), DEPUTY("deputy",
                                    List.of("code"),
                                    List.of("name", "level", "stations", "electoral_unit", "topics", "addresses", "absent_from",
                                            "absent_to"),
                                    List.of(Reference.many("stations", "station"),
                                            Reference.one("electoral_unit", "electoral_unit"))), UNIT("handling_unit", List.of("code"),
                                                    List.of("name", "topics", "areas"), List.of(Reference.many("areas", "place"))), STAFF(
                                                            "staff", List.of("code"), List.of("name", "role", "stations", "addresses"),
                                                            List.of(Reference.many("stations", "station"))), RECEPTION("reception",
                                                                    List.of("station", "pattern", "begins"), List.of("ends", "capacity"),
                                                                    List.of(Reference.one("station", "station")));

    final String table;
    /** Where an import gathers its rows, each with its line, before they are checked. */
    final String incoming;
    final List<String> key;
    final List<String> others;
    final List<Reference> references;

    DirectoryTable(String table, List<String> key, List<String> others, List<Reference> references) {
        this.table = table;
        this.incoming = "incoming_" + table;
        this.key = key;
        this.others = others;
        this.references = references;
    }

    String keyColumns(String alias) {
        return columns(alias, key);
    }

    String otherColumns(String alias) {
        return columns(alias, others);
    }

    /** Whether rows lie in one another. */
    boolean isTree() {
        return others.contains("parent");
    }

    static DirectoryTable of(Entry entry) {
        return switch (entry) {
            case DeputyHome ignored -> HOME;
            case Place ignored -> PLACE;
            case Station ignored -> STATION;
            case ElectoralUnit ignored -> ELECTORAL_UNIT;
            case Deputy ignored -> DEPUTY;
            case HandlingUnit ignored -> UNIT;
            case Staff ignored -> STAFF;
            case Reception ignored -> RECEPTION;
        };
    }

    /** The values of the key, then of the other columns. */
    static List<Object> values(Entry entry) {
        return switch (entry) {
            case DeputyHome home -> List.of(home.code(), home.name(), home.parent());
            case Place place ->
                List.of(place.code(), place.parent(), place.kind(), place.name(), place.aliases(), place.lat(), place.lon());
            case Station station -> List.of(station.code(), station.home(), station.name(), station.address(), station.phone(),
                    station.areas());
            case ElectoralUnit unit -> List.of(unit.code(), unit.name(), unit.level().code(), unit.areas());
            case Deputy deputy -> List.of(deputy.code(), deputy.name(), deputy.level().code(), deputy.stations(), deputy.electoralUnit(),
                    deputy.topics(), deputy.addresses(), day(deputy.absentFrom()), day(deputy.absentTo()));
            case HandlingUnit unit -> List.of(unit.code(), unit.name(), unit.topics(), unit.areas());
            case Staff staff -> List.of(staff.code(), staff.name(), staff.role().name().toLowerCase(Locale.ROOT), staff.stations(),
                    staff.addresses());
            case Reception reception -> List.of(reception.station(), reception.pattern(), reception.from(), reception.to(),
                    reception.capacity());
        };
    }

    private static String day(LocalDate day) {
        return day.equals(LocalDate.MAX) ? "infinity" : day.toString();
    }

    private static String columns(String alias, List<String> names) {
        return names.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    /** That what stands in a column is the code of a row of another table. */
    record Reference(String column, boolean list, String table) {
        static Reference one(String column, String table) {
            return new Reference(column, false, table);
        }

        static Reference many(String column, String table) {
            return new Reference(column, true, table);
        }

        /** The codes of one row as a table of their own. */
        String codes(String alias) {
            return list ? "unnest(" + alias + "." + column + ")" : "(values (" + alias + "." + column + "))";
        }
    }
}
