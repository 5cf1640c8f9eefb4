package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.people.Deputy;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** Who is responsible: the station by place, the deputy by station, topic and level, the unit by topic and place. */
final class Routing {
    private Routing() {
    }

    /** The stations that serve one of the places. */
    static List<Station> stations(List<Place> places, Directory directory) {
        Map<String, Station> stations = new LinkedHashMap<>();
        for (var place : places) {
            directory.stationsOf(place.code()).forEach(station -> stations.putIfAbsent(station.code(), station));
        }
        return List.copyOf(stations.values());
    }

    /** Of a station's deputies who are there and take the topic, the lowest level's first by code. */
    static Optional<Deputy> deputy(String station, String topic, LocalDate day, Directory directory) {
        return directory.deputiesOf(station).stream().filter(deputy -> deputy.isAvailableOn(day) && deputy.takes(topic))
                .min(Comparator.comparing(Deputy::level));
    }

    /** By the place, else by what the station serves. */
    static String unit(String topic, String place, String station, Directory directory) {
        var known = place.isEmpty() ? directory.station(station).flatMap(one -> one.areas().stream().findFirst()).orElse("") : place;
        return directory.unitsFor(topic, known).stream().findFirst().map(unit -> unit.code()).orElse("");
    }

    /** Who gives out again what its holder hands back: the station's first clerk, else its first head, somebody else where there is one. */
    static String clerk(String station, String holder, Directory directory) {
        return directory.staffOf(station).stream().sorted(Comparator.comparing(Staff::role))
                .map(one -> new Person(Person.Kind.STAFF, one.code()).toString()).filter(one -> !one.equals(holder)).findFirst()
                .orElse(holder);
    }

    /** The deputy, else the station's first clerk, else its first head; empty for a station without people. */
    static String holder(Optional<Deputy> deputy, String station, Directory directory) {
        return deputy.map(one -> new Person(Person.Kind.DEPUTY, one.code()).toString())
                .or(() -> directory.staffOf(station).stream().min(Comparator.comparing(Staff::role))
                        .map(one -> new Person(Person.Kind.STAFF, one.code()).toString()))
                .orElse("");
    }
}
