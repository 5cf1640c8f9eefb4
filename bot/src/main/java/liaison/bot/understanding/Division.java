package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.text.Fold;

/** Where a text may be cut: where it counts or labels something, where a word begins something else, and between its clauses. */
public final class Division {
    /** How far behind the beginning of a clause a word such as 也 says that it is one more. */
    private static final int ALSO_WITHIN = 8;
    private static final int LONGEST_LABEL = 8;
    private static final String SIGNS = "，。；！？：、,;!?:\n ";
    private static final String STOPS = "。；！？;!?\n";
    private static final String IS = "是";
    private static final char COLON = ':';

    private final List<List<String>> counts;
    private final List<String> joins;
    /** Those of them that begin something else in the middle of a clause, too. */
    private final List<String> within;
    /** The first letters of these. */
    private final BitSet withinFirst = new BitSet();
    private final List<String> alsos;

    /**
     * @param counts rows of words that count matters, each in its order, such as 一是, 二是
     * @param joins words that begin another matter at the front of a clause
     * @param within words that do so wherever they stand
     * @param alsos words by which a clause says that something else is wrong, too
     */
    public Division(List<List<String>> counts, List<String> joins, List<String> within, List<String> alsos) {
        this.counts = counts.stream().map(row -> row.stream().map(Fold::all).toList()).toList();
        this.joins = Stream.concat(joins.stream(), within.stream()).map(Fold::all).toList();
        this.within = within.stream().map(Fold::all).toList();
        this.within.forEach(word -> withinFirst.set(word.charAt(0)));
        this.alsos = alsos.stream().map(Fold::all).toList();
    }

    /** By what a stretch is told from the one before it. */
    enum Cut {
        JOINED, ALSO, STOPPED, RUNNING
    }

    /** From the first letter to behind the last, without the words that count or join. */
    record Stretch(int start, int end, Cut cut) {
    }

    static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    /** Where clauses begin. */
    static List<Integer> clauses(String text) {
        var starts = new ArrayList<Integer>();
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            boolean sign = isSign(text.charAt(i));
            if (!sign && fresh) {
                starts.add(i);
            }
            fresh = sign;
        }
        return starts;
    }

    /** What is counted or labelled, by every row that counts something. */
    List<List<Stretch>> counted(String text, List<Integer> clauses) {
        var all = new ArrayList<List<Stretch>>();
        for (var row : counts) {
            var counted = counted(text, clauses, row);
            if (counted.size() > 1) {
                all.add(counted);
            }
        }
        var labelled = labelled(text, clauses);
        if (labelled.size() > 1) {
            all.add(labelled);
        }
        return all;
    }

    /** From where to where the counted matters go, without the words that count; only the first must begin a clause. */
    private static List<Stretch> counted(String text, List<Integer> clauses, List<String> row) {
        var counted = new ArrayList<Stretch>();
        int first = clause(text, clauses, row.getFirst());
        for (int next = 0, at = first; at >= 0 && next < row.size(); next++) {
            int start = next == 0 ? first : next(text, at, row.get(next));
            if (start < 0) {
                break;
            }
            end(counted, start);
            at = start + row.get(next).length();
            at += text.startsWith(IS, at) ? 1 : 0;
            counted.add(new Stretch(at, text.length(), Cut.JOINED));
        }
        return counted;
    }

    /** The last one ends there. */
    private static void end(List<Stretch> stretches, int end) {
        if (!stretches.isEmpty()) {
            var last = stretches.removeLast();
            stretches.add(new Stretch(last.start, end, last.cut));
        }
    }

    /** Where a counting word stands; a sign such as 2. is no part of a number such as 12.5. */
    private static int next(String text, int from, String word) {
        int at = text.indexOf(word, from);
        while (at >= 0 && Character.isDigit(word.charAt(0)) && (isDigit(text, at - 1) || isDigit(text, at + word.length()))) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    /** Where the first clause begins that begins with a word, -1 for none. */
    private static int clause(String text, List<Integer> clauses, String word) {
        for (int start : clauses) {
            if (text.startsWith(word, start) && !(Character.isDigit(word.charAt(0)) && isDigit(text, start + word.length()))) {
                return start;
            }
        }
        return -1;
    }

    /** What stands behind 环境方面： and the like, the label included. */
    private static List<Stretch> labelled(String text, List<Integer> clauses) {
        var labelled = new ArrayList<Stretch>();
        for (int i = 0; i < clauses.size() && text.indexOf(COLON) >= 0; i++) {
            int start = clauses.get(i);
            int colon = text.indexOf(COLON, start);
            boolean whole = i + 1 == clauses.size() || clauses.get(i + 1) > colon;
            if (colon > start && colon - start <= LONGEST_LABEL && whole && Complaints.WORDS.before(text, colon, "label").isPresent()) {
                end(labelled, start);
                labelled.add(new Stretch(start, text.length(), Cut.JOINED));
            }
        }
        return labelled;
    }

    /** The clauses, each with how it is told from the one before it, and what a word begins in the middle of one. */
    List<Stretch> stretches(String text, List<Integer> clauses) {
        var stretches = new ArrayList<Stretch>();
        boolean joins = false;
        for (int i = 0; i < clauses.size(); i++) {
            int start = clauses.get(i);
            int end = i + 1 < clauses.size() ? clauses.get(i + 1) : text.length();
            int bare = behindJoin(text, start);
            joins |= bare > start;
            // 对了， is no more than the word before what follows
            if (bare < end && !isSign(text.charAt(bare))) {
                stretches.add(new Stretch(bare, end, joins ? Cut.JOINED : isAlso(text, start, end) ? Cut.ALSO : cut(text, start)));
                joined(stretches, text, bare, end);
                joins = false;
            }
        }
        return stretches;
    }

    private void joined(List<Stretch> stretches, String text, int start, int end) {
        for (int at = start + 1; at < end; at++) {
            if (begins(text, at)) {
                end(stretches, at);
                at = behindJoin(text, at);
                stretches.add(new Stretch(at, end, Cut.JOINED));
            }
        }
    }

    private static Cut cut(String text, int start) {
        for (int i = start - 1; i >= 0 && isSign(text.charAt(i)); i--) {
            if (STOPS.indexOf(text.charAt(i)) >= 0) {
                return Cut.STOPPED;
            }
        }
        return Cut.RUNNING;
    }

    /** Behind the word that begins another matter there; there itself where none does. */
    int behindJoin(String text, int at) {
        int end = at;
        for (String word : joins) {
            end = text.startsWith(word, at) ? Math.max(end, at + word.length()) : end;
        }
        return end;
    }

    /** Whether the clause there says that something else is wrong, too. */
    boolean isAlso(String text, int start, int end) {
        String front = text.substring(start, Math.min(end, start + ALSO_WITHIN));
        return alsos.stream().anyMatch(front::contains);
    }

    /** Whether a word that begins another matter anywhere stands there. */
    private boolean begins(String text, int at) {
        if (!withinFirst.get(text.charAt(at))) {
            return false;
        }
        for (String word : within) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
