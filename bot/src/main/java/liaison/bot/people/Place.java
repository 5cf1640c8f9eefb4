package liaison.bot.people;

import java.util.List;

/**
 * A named place of the deployment's list.
 *
 * @param parent code of the place it lies in, empty at the top
 * @param kind province, city, county, street, village, community, estate, road, building or landmark
 */
public record Place(String code, String parent, String kind, String name, List<String> aliases) {
    public Place {
        aliases = List.copyOf(aliases);
    }
}
