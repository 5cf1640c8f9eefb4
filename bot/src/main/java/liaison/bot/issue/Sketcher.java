package liaison.bot.issue;

import java.util.Arrays;
import java.util.BitSet;
import liaison.bot.calendar.WordTable;
import liaison.bot.issue.Sketch.Runs;
import liaison.bot.issue.Sketch.Words;
import liaison.bot.text.Fold;
import liaison.bot.text.PlainText;

/** Makes sketches. What is place and what is problem is told by letters alone, so that it works for names in no directory. */
public final class Sketcher {
    private static final String GAPS = String.valueOf(Fold.GAP);
    /** A name is so long at most, before the word that says what is named. */
    private static final int NAME = 5;
    private static final int RUN = 4;
    private static final int WINDOW = 8;
    private static final int SHORT_HEAD = 12;
    /** Whoever files tells first what it is about. */
    private static final int OPENING = 40;

    /** Rarer pairs are names; those beside the name of a kind of place already from here on. */
    private static final float NAMES = 7;
    private static final float PLACES = 5.5f;
    /** Commoner pairs tell nothing. */
    private static final float TELLING = 2;
    private static final int MOST_TIMES = 3;
    private static final int PLACE_PAIRS = 16;
    private static final int PROBLEM_PAIRS = 64;

    private final Rarity rarity;
    private final WordTable kinds;
    private final BitSet begins;

    private Sketcher(Rarity rarity, WordTable kinds) {
        this.rarity = rarity;
        this.kinds = kinds;
        begins = SiteReader.begins(kinds);
    }

    public static Sketcher shipped() {
        return new Sketcher(Rarity.shipped(),
                WordTable.shipped("/issue/place-kinds.tsv", "/issue/things.tsv", "/issue/troubles.tsv", "/calendar/numbers.tsv"));
    }

    public Sketch sketch(String text) {
        String letters = letters(text);
        return new Sketch(this, text, letters, SiteReader.read(letters, kinds, begins, rarity));
    }

    static Runs runs(String text, String letters) {
        return new Runs(sorted(runs(letters)), head(text));
    }

    Words words(String letters) {
        var place = new Weights.Collector(letters.length());
        var problem = new Weights.Collector(letters.length());
        weigh(letters, place, problem);
        return new Words(place.heaviest(PLACE_PAIRS), problem.heaviest(PROBLEM_PAIRS));
    }

    /** Letters and digits as rules read them, one gap for whatever stands between them. */
    static String letters(String text) {
        return PlainText.of(text).toString();
    }

    private static int[] runs(String words) {
        String letters = words.replace(GAPS, "");
        int[] runs = new int[Math.max(0, letters.length() - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            int hash = 0;
            for (int k = i; k < i + RUN; k++) {
                hash = Postings.spread(hash * 31 + letters.charAt(k));
            }
            runs[i] = hash;
        }
        return runs;
    }

    /** The least run of each window. */
    static int[] marks(String letters) {
        int[] runs = runs(letters);
        var marks = new int[runs.length];
        int size = 0;
        for (int start = 0; start < Math.max(Math.min(1, runs.length), runs.length - WINDOW + 1); start++) {
            int least = Arrays.stream(runs, start, Math.min(runs.length, start + WINDOW)).min().orElseThrow();
            if (size == 0 || marks[size - 1] != least) {
                marks[size++] = least;
            }
        }
        return sorted(Arrays.copyOf(marks, size));
    }

    /** Each value once, in order; the array given is used up. */
    private static int[] sorted(int[] values) {
        Arrays.sort(values);
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[size++] = values[i];
            }
        }
        return Arrays.copyOf(values, size);
    }

    private static long head(String text) {
        int end = text.indexOf('。');
        String head = letters(end < 0 ? text : text.substring(0, end)).replace(GAPS, "");
        long hash = head.length() < SHORT_HEAD ? 0 : head.length();
        for (int i = 0; hash != 0 && i < head.length(); i++) {
            hash = hash * 0x100000001b3L + head.charAt(i);
        }
        return hash;
    }

    /** Hands every different pair on to the place's or the problem's. */
    private void weigh(String letters, Weights.Collector place, Weights.Collector problem) {
        long[] seen = seen(letters);
        for (int i = 0, next = 0; i < seen.length; i = next) {
            int pair = (int) (seen[i] >> 2);
            long flags = 0;
            for (next = i; next < seen.length && (int) (seen[next] >> 2) == pair; next++) {
                flags |= seen[next];
            }
            float rare = rarity.of(pair);
            float times = 1 + (float) Math.log(Math.min(next - i, MOST_TIMES));
            boolean opening = (flags & 1) != 0;
            if (rare >= ((flags & 2) == 0 ? NAMES : PLACES)) {
                place.add(pair, rare * times * (opening ? 1.5f : 1));
            } else if (rare > TELLING) {
                problem.add(pair, (rare - TELLING) * times * (opening ? 2 : 1));
            }
        }
    }

    /** All pairs, sorted, each with a bit for standing in a name and one for standing in the opening. */
    private long[] seen(String letters) {
        boolean[] named = named(letters);
        long[] seen = new long[letters.length()];
        int size = 0;
        for (int i = 0; i + 1 < letters.length(); i++) {
            if (letters.charAt(i) != Fold.GAP && letters.charAt(i + 1) != Fold.GAP) {
                long pair = Rarity.pair(letters.charAt(i), letters.charAt(i + 1));
                seen[size++] = pair << 2 | (named[i] ? 2 : 0) | (i + 1 < OPENING ? 1 : 0);
            }
        }
        long[] all = Arrays.copyOf(seen, size);
        Arrays.sort(all);
        return all;
    }

    /** Which pairs stand before or in a word for a kind of place. */
    private boolean[] named(String letters) {
        boolean[] named = new boolean[letters.length()];
        for (int i = 0; i < letters.length(); i++) {
            var kind = kinds.at(letters, i, "kind");
            if (kind.isPresent()) {
                int start = i;
                while (start > 0 && i - start < NAME && letters.charAt(start - 1) != Fold.GAP) {
                    start--;
                }
                Arrays.fill(named, start, kind.get().end() - 1, true);
            }
        }
        return named;
    }
}
