package liaison.bot.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The names of the country's provinces, cities, counties and towns, with and without what such names end in, by the table
 * {@code address/divisions.tsv} (the statistical codes of 2023-06-30). Which town lies in which county is not known here.
 */
final class DivisionNames {
    static final int SHORTEST = 2;
    private static final List<String> KINDS = List.of("province", "city", "county", "town");
    /** Bit 0 to 3: a whole name of that kind; bit 4 to 7: without its ending. */
    private static final int SHORTENED = KINDS.size();
    private static final String ENDINGS = "endings";
    static final int KIND_BITS = 8;
    private static final int PAIR_BITS = 15;
    private static final int LONGEST = 31;
    static final long SEED = 1;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** By what the first two letters are mixed to: bit n is set when a name of n letters begins with them. */
    private final int[] lengths = new int[1 << PAIR_BITS];
    private final LongTable kinds;

    private DivisionNames(Map<String, Integer> names) {
        kinds = new LongTable(names.size());
        names.forEach((name, bits) -> {
            lengths[pair(name, 0)] |= 1 << name.length();
            kinds.put(hash(name), bits);
        });
    }

    static DivisionNames shipped() {
        var stream = Objects.requireNonNull(DivisionNames.class.getResourceAsStream("/address/divisions.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return of(lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DivisionNames of(List<String[]> rows) {
        var endings = new HashMap<String, List<String>>();
        var names = new HashMap<String, Integer>();
        for (String[] row : rows) {
            if (row[0].equals(ENDINGS)) {
                endings.put(row[1],
                        List.of(row[2].split(" ", -1)).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
            } else {
                int kind = KINDS.indexOf(row[0]);
                for (String name : row[1].split(" ", -1)) {
                    if (name.length() > LONGEST) {
                        throw new IllegalArgumentException("a division's name is too long: " + name);
                    }
                    names.merge(name, 1 << kind, (a, b) -> a | b);
                    String stem = stem(name, endings.getOrDefault(row[0], List.of()));
                    if (stem.length() >= SHORTEST) {
                        names.merge(stem, 1 << (SHORTENED + kind), (a, b) -> a | b);
                    }
                }
            }
        }
        return new DivisionNames(names);
    }

    /** The longest name that begins there: how many letters it has, in the upper bits, and what divisions bear it, a bit for each kind; or 0. */
    int longestAt(String text, int start, int end) {
        int candidates = start + SHORTEST <= end ? lengths[pair(text, start)] : 0;
        int found = 0;
        long hash = SEED;
        for (int at = start, length = 1; candidates != 0 && at < end; at++, length++) {
            hash = mix(hash, text.charAt(at));
            if ((candidates & (1 << length)) != 0) {
                candidates &= ~(1 << length);
                int bits = kinds.get(hash);
                found = bits == LongTable.ABSENT ? found : (length << KIND_BITS) | bits;
            }
        }
        return found;
    }

    private static String stem(String name, List<String> endings) {
        return endings.stream().filter(name::endsWith).findFirst().map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse("");
    }

    static long hash(String name) {
        long hash = SEED;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash, name.charAt(i));
        }
        return hash;
    }

    static long mix(long hash, char letter) {
        long next = (hash + letter) * FACTOR;
        return next ^ (next >>> 29);
    }

    private static int pair(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1) * 0x9E37) & ((1 << PAIR_BITS) - 1);
    }
}
