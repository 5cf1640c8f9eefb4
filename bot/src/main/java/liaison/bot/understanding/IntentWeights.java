package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much each sign speaks for each intent. A sign is a letter, a pair of letters, a signal that was heard, or that the text is
 * longer than so many letters; {@code ^} and {@code $} are its ends. An intent's score is the sum over the signs that are there.
 */
public final class IntentWeights {
    /** Longer texts were not learnt from: rules alone decide them. */
    static final int LONGEST = 80;
    /** Stands for itself: nothing else of such a text tells anything. */
    static final String TWICE = "#twice";
    private static final int[] LENGTHS = {4, 8, 12, 18, 26, 40};

    private final List<String> intents;
    /** Pairs of intent and weight, by the number of the sign. */
    private final int[][] rows;
    private final SignTable letters;
    private final Map<String, Integer> others;
    /** The rows of {@link #LENGTHS}, -1 for those without weight. */
    private final int[] lengths;

    private IntentWeights(Builder from) {
        intents = List.copyOf(from.intents);
        rows = new int[from.weights.size()][];
        letters = new SignTable(rows.length);
        others = new HashMap<>();
        int row = 0;
        for (var sign : from.weights.entrySet()) {
            rows[row] = sign.getValue().stream().mapToInt(Integer::intValue).toArray();
            String name = sign.getKey();
            if (name.startsWith("#")) {
                others.put(name.substring(1), row);
            } else {
                letters.put(SignTable.key(name.charAt(0), name.length() > 1 ? name.charAt(1) : 0), row);
            }
            row++;
        }
        lengths = Arrays.stream(LENGTHS).map(length -> others.getOrDefault("L" + length, -1)).toArray();
    }

    /** Whether a name behind {@code #} is a length, or that something was said twice. */
    public static boolean isOwn(String sign) {
        return sign.equals(TWICE) || Arrays.stream(LENGTHS).anyMatch(length -> sign.equals("#L" + length));
    }

    boolean isEmpty() {
        return intents.isEmpty();
    }

    /** Whether they say anything of a text: of long ones nothing was learnt. */
    boolean weigh(Heard heard) {
        return !isEmpty() && heard.plain().length() <= LONGEST;
    }

    List<String> intents() {
        return intents;
    }

    /** The numbers of the signs that signals are, -1 for those without weight. */
    int[] signsOf(List<String> signals) {
        return signals.stream().mapToInt(name -> others.getOrDefault(name, -1)).toArray();
    }

    /** The score of each intent; all are 0 where nothing is known. */
    int[] scores(Heard heard, int[] signals) {
        int[] sums = new int[intents.size()];
        long[] seen = new long[(rows.length >> 6) + 1];
        String plain = heard.plain();
        add(sums, letters.get(SignTable.key('^', (char) 0)), seen);
        char before = '^';
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : '$';
            add(sums, letters.get(SignTable.key(c, (char) 0)), seen);
            add(sums, letters.get(SignTable.key(before, c)), seen);
            before = c;
        }
        for (int signal = 0; signal < signals.length; signal++) {
            if (signals[signal] >= 0 && heard.hears(signal)) {
                add(sums, signals[signal], seen);
            }
        }
        for (int i = 0; i < LENGTHS.length && plain.length() > LENGTHS[i]; i++) {
            add(sums, lengths[i], seen);
        }
        return sums;
    }

    /** The signs of a text by their names, as they are learnt from. */
    public static Set<String> signs(Heard heard, List<String> names, Predicate<String> without) {
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
            if (heard.hears(signal) && !without.test(names.get(signal))) {
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

    private void add(int[] sums, int row, long[] seen) {
        if (row < 0 || (seen[row >> 6] & 1L << row) != 0) {
            return;
        }
        seen[row >> 6] |= 1L << row;
        int[] pairs = rows[row];
        for (int i = 0; i < pairs.length; i += 2) {
            sums[pairs[i]] += pairs[i + 1];
        }
    }

    /** Collects weights, an intent after the other. */
    public static final class Builder {
        private final List<String> intents = new ArrayList<>();
        private final Map<String, List<Integer>> weights = new HashMap<>();

        public void add(String intent, String sign, int weight) {
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

        public IntentWeights build() {
            return new IntentWeights(this);
        }
    }
}
