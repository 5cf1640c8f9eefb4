package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of a message, and its clauses alone and in twos: a danger is heard in one of them, whatever is told around it.
 * {@link Pieces} are what is counted or joined.
 */
final class Sentences {
    /** Longer messages are letters that tell what happened; who cries out in one does it where it begins or ends. */
    private static final int LONGEST = 240;
    private static final int EDGE = 90;
    private static final int SHORTEST = 3;
    private static final int WHOLE = 30;
    /** Who dictates makes no stops: what is longer than two of these is heard by overlapping stretches of them. */
    private static final int STRETCH = 32;
    private static final String ENDS = "。！？!?；;…\n：:";
    private static final String BREAKS = ENDS + "，,、 \u3000～~";

    private Sentences() {
    }

    static boolean isLong(String text) {
        return text.length() > LONGEST;
    }

    static List<String> of(String text) {
        return runs(text, ENDS, 1);
    }

    /** Clauses, each alone and with the next one; none of what is short enough to be heard whole. */
    static List<String> clauses(String text) {
        return text.length() <= WHOLE ? List.of() : runs(text, BREAKS, 2).stream().filter(run -> run.length() <= 2 * STRETCH).toList();
    }

    /** What follows one another where nobody made a stop. */
    static List<String> stretches(String text) {
        var found = new ArrayList<String>();
        var runs = runs(text, BREAKS, 1);
        for (String run : runs.isEmpty() ? List.of(text) : runs) {
            for (int at = 0; at + STRETCH / 2 < run.length() && run.length() > WHOLE; at += STRETCH / 2) {
                found.add(run.substring(at, Math.min(run.length(), at + STRETCH)));
            }
        }
        return found;
    }

    /** The first and the last whole sentences of a letter. */
    static List<String> edges(String text) {
        int first = EDGE;
        while (first > 1 && ENDS.indexOf(text.charAt(first - 1)) < 0) {
            first--;
        }
        int last = text.length() - EDGE;
        while (last < text.length() - 1 && ENDS.indexOf(text.charAt(last - 1)) < 0) {
            last++;
        }
        return List.of(text.substring(0, first > 1 ? first : EDGE),
                text.substring(last < text.length() - 1 ? last : text.length() - EDGE));
    }

    private static List<String> runs(String text, String ends, int most) {
        var found = new ArrayList<String>();
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                starts.add(i + 1);
            }
        }
        starts.add(text.length() + 1);
        for (int i = 0; i + 1 < starts.size() && starts.size() > 2; i++) {
            for (int next = i + 1; next <= i + most && next < starts.size(); next++) {
                String run = text.substring(starts.get(i), starts.get(next) - 1);
                if (run.length() >= SHORTEST) {
                    found.add(run);
                }
            }
        }
        return found;
    }
}
