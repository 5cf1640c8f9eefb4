package liaison.bot.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import liaison.bot.people.Directory.Mention;
import liaison.bot.text.Sounds;

/**
 * Finds names of which one letter is another one in a text, and names that sound as what is written there. One of a name's halves is then right, so each half of each name is an entry (hash, place)
 * of a sorted array, and so is its sound. Of names of three letters the first must be right.
 */
final class NearNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    /** Longer texts are stories, in which something always looks like a name. */
    private static final int READ = 40;
    /** Half a name that so many begin with tells nothing. */
    private static final int MOST_ALIKE = 500;
    private static final int MARKS_PER_ENTRY = 16;
    /** Tells hashes of sounds from those of letters. */
    private static final long SOUND = 0x9e37_79b9_7f4a_7c15L;

    private final PlaceTree places;
    private final PlaceNames names;
    private final long[] entries;
    /** A bit for each hash that is there, by its last bits: most of what is looked up is not. */
    private final long[] marks;
    /** By place: a bit for each letter of its forms, by its last bits. */
    private final long[] letters;

    NearNames(PlaceTree places, PlaceNames names) {
        this.places = places;
        this.names = names;
        letters = new long[places.size()];
        long[] all = new long[Math.max(1, places.size() * 3)];
        int size = 0;
        for (int place = 0; place < places.size(); place++) {
            for (String form : names.strongForms(place)) {
                if (form.length() >= SHORTEST && form.length() <= LONGEST) {
                    all = size + 3 > all.length ? Arrays.copyOf(all, all.length * 2) : all;
                    long[] prefixes = PlaceNames.prefixHashes(form.toCharArray());
                    all[size++] = firstHalf(prefixes, 0, form.length()) | place;
                    all[size++] = secondHalf(prefixes, 0, form.length()) | place;
                    String sounds = Sounds.of(form);
                    if (sounds.indexOf(Sounds.SILENT) < 0) {
                        all[size++] = sound(PlaceNames.prefixHashes(sounds.toCharArray()), 0, form.length()) | place;
                    }
                    for (int i = 0; i < form.length(); i++) {
                        letters[place] |= 1L << form.charAt(i);
                    }
                }
            }
        }
        entries = Arrays.copyOf(all, size);
        Arrays.sort(entries);
        marks = new long[Math.max(1, Integer.highestOneBit(Math.max(1, size)) * MARKS_PER_ENTRY / Long.SIZE)];
        for (long entry : entries) {
            int mark = mark(entry);
            marks[mark >> 6] |= 1L << mark;
        }
    }

    private int mark(long entry) {
        return (int) (entry >>> Integer.SIZE) & (marks.length * Long.SIZE - 1);
    }

    /** The longest of them, each place once. */
    List<Mention> in(String text) {
        Map<String, Mention> found = new LinkedHashMap<>();
        long[] prefixes = PlaceNames.prefixHashes(text.length() <= READ ? text.toCharArray() : new char[0]);
        long[] sounds = PlaceNames.prefixHashes(text.length() <= READ ? Sounds.of(text).toCharArray() : new char[0]);
        for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST && found.isEmpty() && text.length() <= READ; length--) {
            for (int start = 0; start + length <= text.length(); start++) {
                alike(text, start, start + length, firstHalf(prefixes, start, start + length), this::isOneOff, found);
                if (length > SHORTEST) {
                    alike(text, start, start + length, secondHalf(prefixes, start, start + length), this::isOneOff, found);
                }
                alike(text, start, start + length, sound(sounds, start, start + length), this::soundsAlike, found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void alike(String text, int start, int end, long wanted, BiPredicate<Integer, String> isMeant, Map<String, Mention> found) {
        int mark = mark(wanted);
        if ((marks[mark >> 6] & 1L << mark) == 0) {
            return;
        }
        int first = Arrays.binarySearch(entries, wanted);
        first = first < 0 ? -first - 1 : first;
        for (int i = first; i < entries.length && i < first + MOST_ALIKE && (entries[i] ^ wanted) >>> Integer.SIZE == 0; i++) {
            int place = (int) entries[i];
            if (isMeant.test(place, text.substring(start, end))) {
                var known = places.place(place);
                found.putIfAbsent(known.code(), new Mention(known, start, end));
            }
        }
    }

    private boolean isOneOff(int place, String said) {
        return strange(said, letters[place]) <= 1 && names.strongForms(place).stream().anyMatch(form -> isOneOff(form, said));
    }

    private boolean soundsAlike(int place, String said) {
        return names.strongForms(place).stream().anyMatch(form -> soundsAlike(form, said));
    }

    /** At least so many letters are not among a place's. */
    private static int strange(String said, long known) {
        int strange = 0;
        for (int i = 0; i < said.length(); i++) {
            strange += (known & 1L << said.charAt(i)) == 0 ? 1 : 0;
        }
        return strange;
    }

    private static boolean isOneOff(String form, String said) {
        if (form.length() != said.length() || (form.length() == SHORTEST && form.charAt(0) != said.charAt(0))) {
            return false;
        }
        int off = 0;
        for (int i = 0; i < form.length(); i++) {
            off += form.charAt(i) == said.charAt(i) ? 0 : 1;
        }
        return off == 1;
    }

    private static boolean soundsAlike(String form, String said) {
        return form.length() == said.length() && !form.equals(said) && Sounds.of(form).equals(Sounds.of(said));
    }

    private static long sound(long[] prefixes, int start, int end) {
        return entry(PlaceNames.hash(prefixes, start, end) ^ SOUND, end - start);
    }

    private static long firstHalf(long[] prefixes, int start, int end) {
        return entry(PlaceNames.hash(prefixes, start, start + (end - start) / 2), end - start);
    }

    private static long secondHalf(long[] prefixes, int start, int end) {
        return entry(~PlaceNames.hash(prefixes, start + (end - start) / 2, end), end - start);
    }

    private static long entry(long hash, int length) {
        return (long) PlaceNames.mix(hash + length) << Integer.SIZE;
    }
}
