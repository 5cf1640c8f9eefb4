package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import liaison.bot.text.Span;

/**
 * The sentences of a message, and its clauses alone and in twos: a danger is heard in one of them, whatever is told around it.
 * {@link Pieces} are what is counted or joined.
 */
public final class Sentences {
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

    /** A stretch of a text. */
    record Run(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }

        int length() {
            return end - start;
        }

        /** Whether one of some words stands in it. */
        boolean holds(List<Span> words) {
            for (var word : words) {
                if (word.start() >= start && word.end() <= end) {
                    return true;
                }
            }
            return false;
        }
    }

    static boolean isLong(String text) {
        return text.length() > LONGEST;
    }

    static Run whole(String text) {
        return new Run(0, text.length());
    }

    static List<Run> of(String text, Run among) {
        return runs(text, among, ENDS, 1);
    }

    /** Clauses, each alone and with the next one; none of what is short enough to be heard whole. */
    static List<Run> clauses(String text, Run among) {
        return among.length() <= WHOLE
                ? List.of()
                : runs(text, among, BREAKS, 2).stream().filter(run -> run.length() <= 2 * STRETCH).toList();
    }

    /** The sentence in which a letter stands. */
    static Run around(String text, int at) {
        return new Run(start(text, at, ENDS), end(text, at, ENDS));
    }

    /** Whether a clause ends at a letter. */
    static boolean breaks(String text, int at) {
        return BREAKS.indexOf(text.charAt(at)) >= 0;
    }

    static int clauseStart(String text, int at) {
        return start(text, at, BREAKS);
    }

    static int clauseEnd(String text, int at) {
        return end(text, at, BREAKS);
    }

    private static int start(String text, int at, String ends) {
        int start = at;
        while (start > 0 && ends.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int end(String text, int at, String ends) {
        int end = at;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** What follows one another where nobody made a stop. */
    static List<Run> stretches(String text) {
        var found = new ArrayList<Run>();
        var runs = runs(text, whole(text), BREAKS, 1);
        for (var run : runs.isEmpty() ? List.of(whole(text)) : runs) {
            for (int at = run.start; at + STRETCH / 2 < run.end && run.length() > WHOLE; at += STRETCH / 2) {
                found.add(new Run(at, Math.min(run.end, at + STRETCH)));
            }
        }
        return found;
    }

    /** The first and the last whole sentences of a letter. */
    static List<Run> edges(String text) {
        int first = EDGE;
        while (first > 1 && ENDS.indexOf(text.charAt(first - 1)) < 0) {
            first--;
        }
        int last = text.length() - EDGE;
        while (last < text.length() - 1 && ENDS.indexOf(text.charAt(last - 1)) < 0) {
            last++;
        }
        return List.of(new Run(0, first > 1 ? first : EDGE),
                new Run(last < text.length() - 1 ? last : text.length() - EDGE, text.length()));
    }

    private static List<Run> runs(String text, Run among, String ends, int most) {
        var found = new ArrayList<Run>();
        var starts = new ArrayList<Integer>();
        starts.add(among.start);
        for (int i = among.start; i < among.end; i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                starts.add(i + 1);
            }
        }
        starts.add(among.end + 1);
        for (int i = 0; i + 1 < starts.size() && starts.size() > 2; i++) {
            for (int next = i + 1; next <= i + most && next < starts.size(); next++) {
                var run = new Run(starts.get(i), starts.get(next) - 1);
                if (run.length() >= SHORTEST) {
                    found.add(run);
                }
            }
        }
        return found;
    }
}
