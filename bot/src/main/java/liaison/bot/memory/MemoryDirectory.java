package liaison.bot.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.Directory;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.Fault;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.PlaceTree;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** A directory of a town's size, held whole. */
public final class MemoryDirectory implements Directory {
    private final PlaceTree places;
    private final Map<String, DeputyHome> homes = new TreeMap<>();
    private final Map<String, Station> stations = new TreeMap<>();
    private final Map<String, ElectoralUnit> electoralUnits = new TreeMap<>();
    private final Map<String, Deputy> deputies = new TreeMap<>();
    private final Map<String, Staff> staff = new TreeMap<>();
    private final Map<String, HandlingUnit> units = new TreeMap<>();
    private final List<Reception> receptions = new ArrayList<>();
    private final Map<Address, Person> people = new HashMap<>();
    private final Map<String, List<Station>> stationsByArea = new HashMap<>();

    /** Of two rows with one code the later one holds. */
    public MemoryDirectory(Collection<? extends Entry> entries) {
        var placesByCode = new LinkedHashMap<String, Place>();
        for (var entry : entries) {
            switch (entry) {
                case Place place -> placesByCode.put(place.code(), place);
                case DeputyHome home -> homes.put(home.code(), home);
                case Station station -> stations.put(station.code(), station);
                case ElectoralUnit unit -> electoralUnits.put(unit.code(), unit);
                case Deputy deputy -> deputies.put(deputy.code(), deputy);
                case Staff member -> staff.put(member.code(), member);
                case HandlingUnit unit -> units.put(unit.code(), unit);
                case Reception reception -> receptions.add(reception);
            }
        }
        places = PlaceTree.of(List.copyOf(placesByCode.values()));
        deputies.values().forEach(deputy -> deputy.addresses()
                .forEach(address -> people.put(address, new Person(Person.Kind.DEPUTY, deputy.code()))));
        staff.values().forEach(member -> member.addresses()
                .forEach(address -> people.put(address, new Person(Person.Kind.STAFF, member.code()))));
        stations.values().forEach(station -> station.areas()
                .forEach(area -> stationsByArea.computeIfAbsent(area, key -> new ArrayList<>()).add(station)));
    }

    /** Reads a source of which nothing is wrong, such as the shipped demo; else throws {@link IllegalArgumentException}. */
    public static MemoryDirectory from(DirectorySource source) {
        var entries = new ArrayList<Entry>();
        source.read(new DirectorySource.Intake() {
            @Override
            public void entry(String file, long line, Entry entry) {
                entries.add(entry);
            }

            @Override
            public void fault(Fault fault) {
                throw new IllegalArgumentException(fault.toString());
            }

            @Override
            public void progress(long lines, long of) {
                // a town is read before anybody looks
            }
        });
        return new MemoryDirectory(entries);
    }

    @Override
    public Optional<Place> place(String code) {
        return places.place(code);
    }

    @Override
    public List<Mention> mentions(String text) {
        return places.mentions(text);
    }

    @Override
    public List<Mention> nearly(String text) {
        return places.nearly(text);
    }

    @Override
    public Optional<Place> nearest(double latitude, double longitude, double metres, Set<String> kinds) {
        return places.nearest(latitude, longitude, metres, kinds);
    }

    @Override
    public List<Station> stationsOf(String placeCode) {
        return places.path(placeCode).stream().filter(stationsByArea::containsKey).findFirst()
                .map(area -> List.copyOf(stationsByArea.getOrDefault(area, List.of()))).orElse(List.of());
    }

    @Override
    public Optional<Station> station(String code) {
        return Optional.ofNullable(stations.get(code));
    }

    @Override
    public Optional<DeputyHome> home(String code) {
        return Optional.ofNullable(homes.get(code));
    }

    @Override
    public List<Station> stations(int limit) {
        return stations.values().stream().limit(limit).toList();
    }

    @Override
    public List<Deputy> deputiesOf(String stationCode) {
        return deputies.values().stream().filter(deputy -> deputy.stations().contains(stationCode)).toList();
    }

    @Override
    public Optional<Deputy> deputy(String code) {
        return Optional.ofNullable(deputies.get(code));
    }

    @Override
    public Optional<ElectoralUnit> electoralUnit(String code) {
        return Optional.ofNullable(electoralUnits.get(code));
    }

    @Override
    public List<Staff> staffOf(String stationCode) {
        return staff.values().stream().filter(member -> member.stations().contains(stationCode)).toList();
    }

    @Override
    public Optional<Staff> staff(String code) {
        return Optional.ofNullable(staff.get(code));
    }

    @Override
    public List<HandlingUnit> unitsFor(String topic, String placeCode) {
        var path = places.path(placeCode);
        return units.values().stream().filter(unit -> unit.topics().contains(topic))
                .filter(unit -> distance(unit, path) <= path.size())
                .sorted(Comparator.comparingInt(unit -> distance(unit, path))).toList();
    }

    @Override
    public List<Reception> receptionsOf(String stationCode) {
        return receptions.stream().filter(reception -> reception.station().equals(stationCode))
                .sorted(Comparator.comparing(Reception::pattern).thenComparing(Reception::from)).toList();
    }

    @Override
    public Optional<Person> personAt(Address address) {
        return Optional.ofNullable(people.get(address));
    }

    /** Steps up from the place to the unit's area; everywhere lies just beyond the top. */
    private static int distance(HandlingUnit unit, List<String> path) {
        if (unit.areas().isEmpty()) {
            return path.size();
        }
        return unit.areas().stream().mapToInt(path::indexOf).filter(step -> step >= 0).min().orElse(Integer.MAX_VALUE);
    }
}
