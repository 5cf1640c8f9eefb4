package liaison.bot.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.message.Address;

/**
 * The tree of homes, stations, areas, places and people. Reads come from memory or a bounded cache; a directory never
 * changes under a caller within one call, and a new one takes over whole.
 */
public interface Directory {
    Optional<Place> place(String code);

    /**
     * The places named in a text, longest names first, each with where it stands. A name that several places share
     * gives a mention for each; a name inside a longer one is left out.
     */
    List<Mention> mentions(String text);

    /** Places whose name a short text gives but for one letter, the longest names only, each place once. */
    List<Mention> nearly(String text);

    /** The place of these kinds that lies nearest to a position (WGS 84), at most so many metres away. */
    Optional<Place> nearest(double latitude, double longitude, double metres, Set<String> kinds);

    /** The stations whose area holds the place, the nearest area deciding; empty when nobody serves it. */
    List<Station> stationsOf(String placeCode);

    Optional<Station> station(String code);

    Optional<DeputyHome> home(String code);

    /** All stations, for the question which one is meant; at most {@code limit} of them in the order of their codes. */
    List<Station> stations(int limit);

    /** A station's deputies in the order of their codes. */
    List<Deputy> deputiesOf(String stationCode);

    Optional<Deputy> deputy(String code);

    Optional<ElectoralUnit> electoralUnit(String code);

    /** A station's clerks and heads in the order of their codes. */
    List<Staff> staffOf(String stationCode);

    Optional<Staff> staff(String code);

    /** The units that take a level-1 topic at a place, the one with the nearest area first, then by code. */
    List<HandlingUnit> unitsFor(String topic, String placeCode);

    List<Reception> receptionsOf(String stationCode);

    /** Who the directory itself says writes from this address; bindings by code are not known here. */
    Optional<Person> personAt(Address address);

    /** A name found in a text: characters {@code start} to {@code end} (exclusive) of the text as given. */
    record Mention(Place place, int start, int end) {
    }
}
