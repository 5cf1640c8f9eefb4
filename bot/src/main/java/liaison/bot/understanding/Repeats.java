package liaison.bot.understanding;

import java.util.HashSet;

/** Words that somebody in fear says over and over: heard as if they were said three times. */
public final class Repeats {
    private static final int LONGEST = 12;
    private static final int KEPT = 3;

    private Repeats() {
    }

    /** The text with each run of the same words cut to three of them; in linear time. */
    static String fewer(String text) {
        if (!hasAny(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = 1;
            while (length <= LONGEST && run(text, at, length) <= KEPT * length) {
                length++;
            }
            int taken = length <= LONGEST ? KEPT * length : 1;
            kept.append(text, at, at + taken);
            at += length <= LONGEST ? run(text, at, length) : 1;
        }
        return kept.toString();
    }

    /** Looks at each so many letters only, since what is said over and over stands there, too: nearly every text has nothing of the kind. */
    private static boolean hasAny(String text) {
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at + length < text.length(); at += length) {
                if (text.charAt(at) == text.charAt(at + length) && run(text, at, length) > (KEPT - 1) * length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text without the sentences and clauses that were said before; in linear time. */
    static String once(String text) {
        var said = new HashSet<String>();
        var kept = new StringBuilder(text.length());
        for (int start = 0; start < text.length();) {
            int end = Math.min(text.length(), Sentences.clauseEnd(text, start) + 1);
            String clause = text.substring(start, end);
            if (said.add(clause)) {
                kept.append(clause);
            }
            start = end;
        }
        return kept.toString();
    }

    /** How far the text goes on as its next letters, of which there are so many. */
    private static int run(String text, int at, int length) {
        int end = Math.min(text.length(), at + length);
        while (end < text.length() && text.charAt(end) == text.charAt(end - length)) {
            end++;
        }
        return end - at;
    }
}
