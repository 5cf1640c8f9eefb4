package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each sign speaks for each intent. A sign is a letter, a pair of letters, a signal that was heard, or that the text is
 * longer than so many letters; {@code ^} and {@code $} are its ends. An intent's score is the sum over the signs that are there.
 */
final class IntentWeights {
    /** Longer texts were not learnt from: rules alone decide them. */
    static final int LONGEST = 80;
    /** Stands for itself: nothing else of such a text tells anything. */
    static final String TWICE = "#twice";
    private static final int[] LENGTHS = {4, 8, 12, 18, 26, 40};

    private final List<String> intents;
    private final Map<String, int[]> signals = new HashMap<>();
    private final Map<Integer, int[]> letters = new HashMap<>();

    private IntentWeights(Builder from) {
        intents = List.copyOf(from.intents);
        from.weights.forEach((sign, weights) -> {
            int[] row = weights.stream().mapToInt(Integer::intValue).toArray();
            if (sign.startsWith("#")) {
                signals.put(sign.substring(1), row);
            } else {
                letters.put(key(sign.charAt(0), sign.length() > 1 ? sign.charAt(1) : 0), row);
            }
        });
    }

    boolean isEmpty() {
        return intents.isEmpty();
    }

    List<String> intents() {
        return intents;
    }

    /** The score of each intent; all are 0 where nothing is known. */
    int[] scores(Heard heard, List<String> names) {
        int[] sums = new int[intents.size()];
        String plain = heard.plain();
        Set<Integer> seen = new HashSet<>();
        char before = '^';
        add(sums, letters, key('^', (char) 0), seen);
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : '$';
            add(sums, letters, key(c, (char) 0), seen);
            add(sums, letters, key(before, c), seen);
            before = c;
        }
        for (int signal = 0; signal < names.size(); signal++) {
            if (heard.hears(signal)) {
                sum(sums, signals.get(names.get(signal)));
            }
        }
        for (int length : LENGTHS) {
            if (plain.length() > length) {
                sum(sums, signals.get("L" + length));
            }
        }
        return sums;
    }

    /** The signs of a text by their names, as they are learnt from. */
    static Set<String> signs(Heard heard, List<String> names) {
        var signs = new HashSet<String>();
        if (SaidTwice.is(heard.plain())) {
            signs.add(TWICE);
        }
        String plain = '^' + heard.plain() + '$';
        for (int i = 0; i < plain.length(); i++) {
            signs.add(plain.substring(i, i + 1));
            if (i > 0) {
                signs.add(plain.substring(i - 1, i + 1));
            }
        }
        for (int signal = 0; signal < names.size(); signal++) {
            if (heard.hears(signal)) {
                signs.add('#' + names.get(signal));
            }
        }
        for (int length : LENGTHS) {
            if (heard.plain().length() > length) {
                signs.add("#L" + length);
            }
        }
        return signs;
    }

    private static int key(char one, char two) {
        return one << 16 | two;
    }

    private static void add(int[] sums, Map<Integer, int[]> rows, int key, Set<Integer> seen) {
        int[] row = rows.get(key);
        if (row != null && seen.add(key)) {
            sum(sums, row);
        }
    }

    private static void sum(int[] sums, int @org.jspecify.annotations.Nullable [] row) {
        for (int i = 0; row != null && i < row.length; i += 2) {
            sums[row[i]] += row[i + 1];
        }
    }

    /** Collects weights, an intent after the other. */
    static final class Builder {
        private final List<String> intents = new ArrayList<>();
        private final Map<String, List<Integer>> weights = new HashMap<>();

        void add(String intent, String sign, int weight) {
            if (sign.isEmpty() || (!sign.startsWith("#") && sign.length() > 2)) {
                throw new IllegalArgumentException("'" + sign + "' is no sign: one or two letters, or # and a signal");
            }
            if (!intents.contains(intent)) {
                intents.add(intent);
            }
            var row = weights.computeIfAbsent(sign, missing -> new ArrayList<>());
            row.add(intents.indexOf(intent));
            row.add(weight);
        }

        IntentWeights build() {
            return new IntentWeights(this);
        }
    }
}
