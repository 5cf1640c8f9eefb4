package liaison.bot.understanding;

import java.util.function.Predicate;
import liaison.bot.calendar.WordTable;

/** Whether a text points back at some thing, as 刚才说的水压那个 and 那个水压的事. */
public final class PointedAt {
    private static final WordTable WORDS = WordTable.shipped("/understanding/answer-words.tsv");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;
    private static final char OF = '的';

    private PointedAt() {
    }

    /** Whether the letters right before or behind a word that points are a thing that is known. */
    public static boolean isAt(String text, Predicate<String> known) {
        for (int at = 0; at < text.length(); at++) {
            var word = WORDS.at(text, at, "that-one");
            if (word.isPresent() && (isBefore(text, at, known) || isBehind(text, word.get().end(), known))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBefore(String text, int end, Predicate<String> known) {
        int from = text.charAt(Math.max(0, end - 1)) == OF ? end - 1 : end;
        for (int length = LONGEST; length >= SHORTEST; length--) {
            if (from >= length && text.charAt(from - 1) != OF && known.test(text.substring(from - length, from))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehind(String text, int start, Predicate<String> known) {
        for (int length = LONGEST; length >= SHORTEST; length--) {
            if (start + length <= text.length() && known.test(text.substring(start, start + length))) {
                return true;
            }
        }
        return false;
    }
}
