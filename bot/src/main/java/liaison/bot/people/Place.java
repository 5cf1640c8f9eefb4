package liaison.bot.people;

import java.util.List;

/**
 * A named place of the deployment's list.
 *
 * @param parent code of the place it lies in, empty at the top
 * @param kind province, city, county, street, village, community, estate, road, building or landmark
 * @param lat degrees north (WGS 84), NaN when not given, as is {@code lon}
 */
public record Place(String code, String parent, String kind, String name, List<String> aliases, double lat,
        double lon) implements Entry {
    /** How many places may lie in one another, the innermost counted. */
    public static final int MAX_DEPTH = 32;

    public Place {
        aliases = List.copyOf(aliases);
    }

    public Place(String code, String parent, String kind, String name, List<String> aliases) {
        this(code, parent, kind, name, aliases, Double.NaN, Double.NaN);
    }
}
