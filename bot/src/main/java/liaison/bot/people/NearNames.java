package liaison.bot.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liaison.bot.people.Directory.Mention;

/**
 * Finds names of which one letter is another one in a text. One of a name's halves is then right, so each half of each name is an entry (hash, place)
 * of a sorted array. Of names of three letters the first must be right.
 */
final class NearNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    /** Longer texts are stories, in which something always looks like a name. */
    private static final int READ = 40;
    /** Half a name that so many begin with tells nothing. */
    private static final int MOST_ALIKE = 500;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final PlaceTree places;
    private final PlaceNames names;
    private final long[] entries;

    NearNames(PlaceTree places, PlaceNames names) {
        this.places = places;
        this.names = names;
        long[] all = new long[Math.max(1, places.size() * 2)];
        int size = 0;
        for (int place = 0; place < places.size(); place++) {
            for (String form : names.strongForms(place)) {
                if (form.length() >= SHORTEST && form.length() <= LONGEST) {
                    all = size + 2 > all.length ? Arrays.copyOf(all, all.length * 2) : all;
                    all[size++] = entry(form, 0, form.length() / 2, form.length(), place);
                    all[size++] = entry(form, form.length() / 2, form.length(), form.length(), place);
                }
            }
        }
        entries = Arrays.copyOf(all, size);
        Arrays.sort(entries);
    }

    /** The longest of them, each place once. */
    List<Mention> in(String text) {
        Map<String, Mention> found = new LinkedHashMap<>();
        for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST && found.isEmpty() && text.length() <= READ; length--) {
            for (int start = 0; start + length <= text.length(); start++) {
                find(text, start, start + length, found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void find(String text, int start, int end, Map<String, Mention> found) {
        String said = text.substring(start, end);
        int half = said.length() / 2;
        alike(said, 0, half, start, found);
        alike(said, half, said.length(), start, found);
    }

    private void alike(String said, int from, int to, int start, Map<String, Mention> found) {
        long wanted = entry(said, from, to, said.length(), 0);
        int first = Arrays.binarySearch(entries, wanted);
        first = first < 0 ? -first - 1 : first;
        for (int i = first; i < entries.length && i < first + MOST_ALIKE && (entries[i] ^ wanted) >>> Integer.SIZE == 0; i++) {
            int place = (int) entries[i];
            if (names.strongForms(place).stream().anyMatch(form -> isOneOff(form, said))) {
                var known = places.place(place);
                found.putIfAbsent(known.code(), new Mention(known, start, start + said.length()));
            }
        }
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

    private static long entry(String form, int from, int to, int length, int place) {
        long hash = length * 64L + from;
        for (int i = from; i < to; i++) {
            hash = (hash + form.charAt(i)) * FACTOR;
            hash ^= hash >>> 29;
        }
        return (hash >>> (Integer.SIZE + 1) << Integer.SIZE) | place;
    }
}
