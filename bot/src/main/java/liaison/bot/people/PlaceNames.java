package liaison.bot.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.ShortForms.Strength;
import liaison.bot.text.Fold;

/**
 * Finds the names of places in a text. Every name, alias and short form is an entry (hash, place) of one sorted array; what
 * has the hash is compared letter by letter. The work is bounded by the text's length times the number of lengths that
 * names with the same first letter have.
 */
final class PlaceNames {
    /** Longer names are not matched; the longest of the country has 33 characters. */
    static final int LONGEST = 63;
    static final int SHORTEST = 2;
    /** A text made of common names names thousands of places; nobody could be asked which is meant. */
    static final int MOST = 2_000;
    private static final int HASH_BITS = 31;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = powers();

    private final PlaceTree places;
    private final ShortForms shortForms;
    /** By first letter: bit n is set when a name of n letters begins with it. */
    private final long[] lengths = new long[Character.MAX_VALUE + 1];
    /** Hash in the upper half, place in the lower, sorted. */
    private final long[] entries;
    /** By the first bits of a hash: where its entries begin. */
    private final int[] buckets;
    private final int bucketShift;

    PlaceNames(PlaceTree places, ShortForms shortForms) {
        this.places = places;
        this.shortForms = shortForms;
        var strong = new Entries(places.size() * 2);
        for (int place = 0; place < places.size(); place++) {
            for (String form : strongForms(place)) {
                strong.add(form, place);
            }
        }
        long[] strongEntries = strong.sorted();
        for (int place = 0; place < places.size(); place++) {
            for (String form : weakForms(place)) {
                if (!strong.holds(strongEntries, form)) {
                    strong.add(form, place);
                }
            }
        }
        entries = strong.sorted();
        int bits = Math.clamp(HASH_BITS - Integer.numberOfLeadingZeros(Math.max(1, entries.length)), 1, 20);
        bucketShift = HASH_BITS - bits;
        buckets = buckets(1 << bits);
    }

    List<Mention> in(String text) {
        var spans = spans(text);
        spans.sort(Comparator.comparingInt((Span span) -> span.start - span.end).thenComparingInt(Span::start));
        var mentions = new ArrayList<Mention>();
        for (var span : spans) {
            placesNamed(text.substring(span.start, span.end), span.hash).limit(MOST - mentions.size())
                    .forEach(place -> mentions.add(new Mention(places.place(place), span.start, span.end)));
        }
        return mentions;
    }

    /** The longest name beginning at each letter, but for those that end within an earlier one. */
    private List<Span> spans(String text) {
        long[] prefixes = prefixHashes(text);
        var spans = new ArrayList<Span>();
        int covered = 0;
        for (int start = 0; start + SHORTEST <= text.length(); start++) {
            long candidates = lengths[fold(text.charAt(start))];
            while (candidates != 0) {
                int length = Long.SIZE - 1 - Long.numberOfLeadingZeros(candidates);
                candidates &= ~(1L << length);
                int end = start + length;
                if (end <= covered) {
                    break;
                }
                int hash = end > text.length() ? 0 : mix(prefixes[end] - prefixes[start] * POWERS[length]);
                if (end <= text.length() && placesNamed(text.substring(start, end), hash).findAny().isPresent()) {
                    spans.add(new Span(start, end, hash));
                    covered = end;
                    break;
                }
            }
        }
        return spans;
    }

    private IntStream placesNamed(String name, int hash) {
        int bucket = hash >>> bucketShift;
        return IntStream.range(buckets[bucket], buckets[bucket + 1])
                .filter(i -> (int) (entries[i] >>> Integer.SIZE) == hash).map(i -> (int) entries[i])
                .filter(place -> bears(place, name));
    }

    private boolean bears(int place, String name) {
        return strongForms(place).stream().anyMatch(form -> same(form, name))
                || weakForms(place).stream().anyMatch(form -> same(form, name));
    }

    private List<String> strongForms(int place) {
        String name = places.name(place);
        var forms = new ArrayList<String>();
        forms.add(name);
        forms.addAll(places.aliases(place));
        forms.addAll(shortForms.of(places.kind(place), name, Strength.STRONG));
        return forms;
    }

    private List<String> weakForms(int place) {
        return shortForms.of(places.kind(place), places.name(place), Strength.WEAK);
    }

    private int[] buckets(int count) {
        int[] starts = new int[count + 1];
        for (long entry : entries) {
            starts[((int) (entry >>> Integer.SIZE) >>> bucketShift) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static boolean same(String form, String name) {
        if (form.length() != name.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            if (fold(form.charAt(i)) != fold(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Traditional letters, full-width ones and capitals count as the simplified, plain and small ones. */
    private static char fold(char c) {
        return Fold.of(c);
    }

    private static long[] prefixHashes(String text) {
        long[] hashes = new long[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            hashes[i + 1] = hashes[i] * FACTOR + fold(text.charAt(i));
        }
        return hashes;
    }

    private static int mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> (Long.SIZE - HASH_BITS));
    }

    private static long[] powers() {
        long[] powers = new long[LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * FACTOR;
        }
        return powers;
    }

    private record Span(int start, int end, int hash) {
    }

    private final class Entries {
        private long[] all;
        private int size;

        Entries(int expected) {
            all = new long[Math.max(1, expected)];
        }

        void add(String form, int place) {
            if (form.length() < SHORTEST || form.length() > LONGEST) {
                return;
            }
            if (size == all.length) {
                all = Arrays.copyOf(all, size + (size >> 1) + 1);
            }
            all[size++] = ((long) hash(form) << Integer.SIZE) | place;
            lengths[fold(form.charAt(0))] |= 1L << form.length();
        }

        /** Sorted and each once: an alias may equal a short form. */
        long[] sorted() {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            int kept = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[kept++] = sorted[i];
                }
            }
            return Arrays.copyOf(sorted, kept);
        }

        boolean holds(long[] sorted, String form) {
            int at = Arrays.binarySearch(sorted, (long) hash(form) << Integer.SIZE);
            for (int i = at < 0 ? -at - 1 : at; i < sorted.length && (int) (sorted[i] >>> Integer.SIZE) == hash(form); i++) {
                int place = (int) sorted[i];
                if (strongForms(place).stream().anyMatch(strong -> same(strong, form))) {
                    return true;
                }
            }
            return false;
        }

        private static int hash(String form) {
            return mix(prefixHashes(form)[form.length()]);
        }
    }
}
