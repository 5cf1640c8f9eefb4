package liaison.bot.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.people.Directory.Mention;
import org.jspecify.annotations.Nullable;

/**
 * All places of a directory in compact arrays, and the names by which texts mention them: the 660,000 of the country
 * take about 60 MB.
 */
public final class PlaceTree {
    private static final int NONE = -1;
    private static final int NOWHERE = Integer.MIN_VALUE;
    private static final double MILLION = 1e6;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final String SEPARATOR = "|";

    private final Texts codes;
    private final Texts names;
    private final Texts aliases;
    private final byte[] kinds;
    private final List<String> kindNames;
    private final int[] parents;
    /** Millionths of a degree. */
    private final int[] lats;
    private final int[] lons;
    private final PlaceNames mentioned;
    /** Made when it is first asked for: most directories are read by commands that never do. */
    private volatile @Nullable NearNames near;

    private PlaceTree(Builder from) {
        codes = from.codes.build();
        names = from.names.build();
        aliases = from.aliases.build();
        kinds = Arrays.copyOf(from.kinds, codes.size());
        kindNames = List.copyOf(from.kindNames);
        lats = from.lats;
        lons = from.lons;
        parents = parents(from.parents.build());
        mentioned = new PlaceNames(this, ShortForms.shipped());
    }

    public static PlaceTree of(List<Place> places) {
        var builder = new Builder();
        places.stream().sorted((a, b) -> Arrays.compareUnsigned(utf8(a.code()), utf8(b.code()))).forEach(builder::add);
        return builder.build();
    }

    public int size() {
        return codes.size();
    }

    public Optional<Place> place(String code) {
        int index = codes.find(code);
        return index == NONE ? Optional.empty() : Optional.of(place(index));
    }

    /** As {@link Directory#mentions}. */
    public List<Mention> mentions(String text) {
        return mentioned.in(text);
    }

    /** As {@link Directory#nearly}. */
    public List<Mention> nearly(String text) {
        var names = near;
        if (names == null) {
            names = new NearNames(this, mentioned);
            near = names;
        }
        return names.in(text);
    }

    /** As {@link Directory#nearest}. */
    public Optional<Place> nearest(double latitude, double longitude, double metres, Set<String> kindsMeant) {
        int nearest = NONE;
        double least = metres;
        for (int i = 0; i < Math.min(lats.length, codes.size()); i++) {
            double north = (degrees(lats, i) - latitude) * METRES_PER_DEGREE;
            if (Math.abs(north) <= least && kindsMeant.contains(kind(i))) {
                double east = (degrees(lons, i) - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
                double distance = Math.hypot(north, east);
                nearest = distance <= least ? i : nearest;
                least = Math.min(distance, least);
            }
        }
        return nearest == NONE ? Optional.empty() : Optional.of(place(nearest));
    }

    /** The code of the place and of those it lies in, from the inside outwards; empty for an unknown code. */
    public List<String> path(String code) {
        var path = new ArrayList<String>();
        for (int index = codes.find(code); index != NONE && path.size() < Place.MAX_DEPTH; index = parents[index]) {
            path.add(codes.get(index));
        }
        return path;
    }

    Place place(int index) {
        String parent = parents[index] == NONE ? "" : codes.get(parents[index]);
        return new Place(codes.get(index), parent, kind(index), names.get(index), aliases(index), degrees(lats, index),
                degrees(lons, index));
    }

    String kind(int index) {
        return kindNames.get(kinds[index]);
    }

    String name(int index) {
        return names.get(index);
    }

    List<String> aliases(int index) {
        return aliases.isEmpty(index) ? List.of() : List.of(aliases.get(index).split("\\" + SEPARATOR));
    }

    private int[] parents(Texts parentCodes) {
        int[] found = new int[codes.size()];
        Arrays.setAll(found, i -> parentCodes.isEmpty(i) ? NONE : codes.find(parentCodes.get(i)));
        return found;
    }

    private static double degrees(int[] millionths, int index) {
        boolean given = index < millionths.length && millionths[index] != NOWHERE;
        return given ? millionths[index] / MILLION : Double.NaN;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the places in the order of their codes' UTF-8 bytes, as PostgreSQL sorts them with collation "C". */
    public static final class Builder {
        private final Texts.Builder codes = new Texts.Builder();
        private final Texts.Builder names = new Texts.Builder();
        private final Texts.Builder aliases = new Texts.Builder();
        private final Texts.Builder parents = new Texts.Builder();
        private final List<String> kindNames = new ArrayList<>();
        private byte[] kinds = new byte[1 << 6];
        private int[] lats = new int[0];
        private int[] lons = new int[0];
        private byte[] last = new byte[0];
        private int size;

        public void add(Place place) {
            byte[] code = utf8(place.code());
            if (size > 0 && Arrays.compareUnsigned(last, code) >= 0) {
                throw new IllegalArgumentException("places come sorted by code, each once: " + place.code());
            }
            last = code;
            codes.add(place.code());
            names.add(place.name());
            aliases.add(String.join(SEPARATOR, place.aliases()));
            parents.add(place.parent());
            if (size == kinds.length) {
                kinds = Arrays.copyOf(kinds, size * 2);
            }
            kinds[size] = kind(place.kind());
            if (!Double.isNaN(place.lat())) {
                locate(place);
            }
            size++;
        }

        public PlaceTree build() {
            return new PlaceTree(this);
        }

        private byte kind(String name) {
            int known = kindNames.indexOf(name);
            if (known >= 0) {
                return (byte) known;
            }
            if (kindNames.size() > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("more kinds of places than " + Byte.MAX_VALUE);
            }
            kindNames.add(name);
            return (byte) (kindNames.size() - 1);
        }

        private void locate(Place place) {
            if (size >= lats.length) {
                int from = lats.length;
                int to = Math.max(size + 1, size + (size >> 1));
                lats = Arrays.copyOf(lats, to);
                lons = Arrays.copyOf(lons, to);
                Arrays.fill(lats, from, to, NOWHERE);
                Arrays.fill(lons, from, to, NOWHERE);
            }
            lats[size] = (int) Math.round(place.lat() * MILLION);
            lons[size] = (int) Math.round(place.lon() * MILLION);
        }
    }
}
