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
    private static final String BUILDING = "building";
    private static final int HASH_BITS = 31;
    private static final int PAIR_BITS = 16;
    private static final int PAIR_MIX = 0x9E37;
    private static final int MARKS_PER_ENTRY = 8;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = powers();
    private static final int[] NOBODY = {};

    private final PlaceTree places;
    private final ShortForms shortForms;
    /** By what the first two letters are mixed to: bit n is set when a name of n letters begins with them. */
    private final long[] lengths = new long[1 << PAIR_BITS];
    /** Hash in the upper half, place in the lower, sorted. */
    private final long[] entries;
    /** By the first bits of a hash: where its entries begin. */
    private final int[] buckets;
    private final int bucketShift;
    /** A bit for each hash that is there, by its last bits: most of what is looked up is not. */
    private final long[] marks;
    private final int marksMask;

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
        marks = new long[Math.max(1, Integer.highestOneBit(Math.max(1, entries.length)) * MARKS_PER_ENTRY / Long.SIZE)];
        marksMask = marks.length * Long.SIZE - 1;
        for (long entry : entries) {
            int mark = (int) (entry >>> Integer.SIZE) & marksMask;
            marks[mark >> 6] |= 1L << mark;
        }
    }

    List<Mention> in(String text) {
        var spans = spans(text);
        spans.sort(Comparator.comparingInt((Span span) -> span.start - span.end).thenComparingInt(Span::start));
        var mentions = new ArrayList<Mention>();
        for (var span : spans) {
            for (int place : span.places) {
                if (mentions.size() == MOST) {
                    return mentions;
                }
                mentions.add(new Mention(places.place(place), span.start, span.end));
            }
        }
        return mentions;
    }

    /** The longest name beginning at each letter, but for those that end within an earlier one. */
    private List<Span> spans(String text) {
        char[] letters = folded(text);
        long[] prefixes = prefixHashes(letters);
        var spans = new ArrayList<Span>();
        int covered = 0;
        int named = 0;
        for (int start = 0; start + SHORTEST <= letters.length && named < MOST; start++) {
            long candidates = lengths[pair(letters, start)];
            while (candidates != 0) {
                int length = Long.SIZE - 1 - Long.numberOfLeadingZeros(candidates);
                candidates &= ~(1L << length);
                int end = start + length;
                if (end <= covered) {
                    break;
                }
                var found = end > letters.length
                        ? NOBODY
                        : placesNamed(text, start, end, mix(hash(prefixes, start, end)));
                if (found.length > 0) {
                    spans.add(new Span(start, end, found));
                    named += found.length;
                    covered = end;
                    break;
                }
            }
        }
        return spans;
    }

    private int[] placesNamed(String text, int start, int end, int hash) {
        int mark = hash & marksMask;
        if ((marks[mark >> 6] & (1L << mark)) == 0) {
            return NOBODY;
        }
        int bucket = hash >>> bucketShift;
        String name = text.substring(start, end);
        return IntStream.range(buckets[bucket], buckets[bucket + 1])
                .filter(i -> (int) (entries[i] >>> Integer.SIZE) == hash).map(i -> (int) entries[i])
                .filter(place -> bears(place, name)).toArray();
    }

    private boolean bears(int place, String name) {
        return same(places.name(place), name) || strongForms(place).stream().anyMatch(form -> same(form, name))
                || weakForms(place).stream().anyMatch(form -> same(form, name));
    }

    /** The name, its aliases, and what people always say instead. */
    List<String> strongForms(int place) {
        String name = places.name(place);
        var forms = new ArrayList<String>();
        forms.add(name);
        forms.addAll(places.aliases(place));
        forms.addAll(shortForms.of(places.kind(place), name, Strength.STRONG));
        if (places.kind(place).equals(BUILDING)) {
            places.aliases(place).forEach(alias -> forms.addAll(shortForms.of(BUILDING, alias, Strength.STRONG)));
        }
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

    /** Traditional letters, full-width ones and capitals count as the simplified, plain and small ones; 二 of 桂影二村 as 2. */
    private static char fold(char c) {
        char letter = Fold.of(c);
        return switch (letter) {
            case '一' -> '1';
            case '二' -> '2';
            case '三' -> '3';
            case '四' -> '4';
            case '五' -> '5';
            case '六' -> '6';
            case '七' -> '7';
            case '八' -> '8';
            case '九' -> '9';
            default -> letter;
        };
    }

    private static char[] folded(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = fold(letters[i]);
        }
        return letters;
    }

    /** The hash of the letters up to each, from which that of any piece follows. */
    static long[] prefixHashes(char[] letters) {
        long[] hashes = new long[letters.length + 1];
        for (int i = 0; i < letters.length; i++) {
            hashes[i + 1] = hashes[i] * FACTOR + letters[i];
        }
        return hashes;
    }

    static long hash(long[] prefixes, int start, int end) {
        return prefixes[end] - prefixes[start] * POWERS[end - start];
    }

    private static int pair(char[] letters, int at) {
        return ((letters[at] * PAIR_MIX) ^ letters[at + 1]) & ((1 << PAIR_BITS) - 1);
    }

    static int mix(long hash) {
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

    @SuppressWarnings("ArrayRecordComponent")
    private record Span(int start, int end, int[] places) {
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
            char[] letters = folded(form);
            all[size++] = ((long) hash(letters) << Integer.SIZE) | place;
            lengths[pair(letters, 0)] |= 1L << letters.length;
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
            int hash = hash(folded(form));
            int at = Arrays.binarySearch(sorted, (long) hash << Integer.SIZE);
            for (int i = at < 0 ? -at - 1 : at; i < sorted.length && (int) (sorted[i] >>> Integer.SIZE) == hash; i++) {
                int place = (int) sorted[i];
                if (strongForms(place).stream().anyMatch(strong -> same(strong, form))) {
                    return true;
                }
            }
            return false;
        }

        private static int hash(char[] letters) {
            return mix(prefixHashes(letters)[letters.length]);
        }
    }
}
