package liaison.bot.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which stretches of a text may hold an address: parts of sentences with a letter that parts of addresses end in, by the words of
 * {@code address/words.tsv}. A short text is one stretch.
 */
final class AddressStretches {
    /** An address of a delivery has 51 letters at most. */
    private static final int SHORT = 64;
    /** After so many letters of a longer text no further stretch is looked at: whoever says where says it first. */
    private static final int MOST = 12;
    /** Letters before the first ending that still belong to it. */
    private static final int BEFORE = 12;
    /** Letters behind the last ending, such as a room's. */
    private static final int BEHIND = 10;
    /** In a longer text half of that: words of the sentence stand around the address there. */
    private static final int LONGER = 2;
    private static final int PLAIN_LETTERS = 3;
    private static final Map<String, String> WORDS = AddressModel.rows("/address/words.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private static final List<String> LEADS = words("leads");
    private static final String STREET = WORDS.getOrDefault("street", "");
    private static final String COMMUNITY = WORDS.getOrDefault("community", "");
    /** Letters of a community's name before its ending. */
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 4;

    private final BitSet strong = letters("strong");
    private final BitSet separators = letters("separators");
    private final Set<String> plain = Set.copyOf(words("plain"));

    private AddressStretches() {
    }

    static AddressStretches shipped() {
        return new AddressStretches();
    }

    /** Letters that parts of addresses end in. */
    static BitSet endings() {
        return letters("endings");
    }

    /** From a first letter to behind the last. */
    record Stretch(int start, int end) {
    }

    List<Stretch> in(String text) {
        var found = new ArrayList<Stretch>();
        boolean isShort = text.length() <= SHORT;
        int left = isShort ? SHORT : MOST;
        int before = isShort ? BEFORE : BEFORE / LONGER;
        int behind = isShort ? BEHIND : BEHIND / LONGER;
        for (int start = 0; start < text.length() && left > 0;) {
            int end = start;
            int first = -1;
            int last = -1;
            while (end < text.length() && !separators.get(text.charAt(end))) {
                if (strong.get(text.charAt(end)) && (!isPlain(text, start, end) || isStreet(text, start, end))) {
                    first = first < 0 ? end : first;
                    last = end;
                }
                end++;
            }
            if (first >= 0) {
                int from = lead(text, Math.max(start, first - before), first);
                int to = Math.min(Math.min(end, last + 1 + behind), from + SHORT);
                found.add(new Stretch(from, to));
                left -= to - from;
            }
            start = end + 1;
        }
        return found;
    }

    /** Behind the words that lead to an address, such as 家住. */
    private static int lead(String text, int from, int first) {
        for (int at = first; at > from; at--) {
            for (String word : LEADS) {
                if (at - word.length() >= from && text.startsWith(word, at - word.length())) {
                    return at;
                }
            }
        }
        return from;
    }

    /** Whether a street's name ends there and a community's goes on, as in 东风街道和平社区. */
    private boolean isStreet(String text, int from, int at) {
        if (at - from < SHORTEST_NAME || !text.startsWith(STREET, at)) {
            return false;
        }
        int next = at + STREET.length() + SHORTEST_NAME;
        for (int i = next; i < Math.min(text.length(), next + LONGEST_NAME); i++) {
            if (separators.get(text.charAt(i - 1))) {
                return false;
            }
            if (text.startsWith(COMMUNITY, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letter only stands in a word that is no part of an address. */
    private boolean isPlain(String text, int from, int at) {
        for (int length = 2; length <= PLAIN_LETTERS; length++) {
            for (int start = Math.max(from, at - length + 1); start <= at && start + length <= text.length(); start++) {
                if (plain.contains(text.substring(start, start + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<String> words(String kind) {
        return List.of(WORDS.getOrDefault(kind, "").split(" ", -1));
    }

    static BitSet letters(String kind) {
        var letters = new BitSet();
        WORDS.getOrDefault(kind, "").chars().forEach(letters::set);
        return letters;
    }
}
