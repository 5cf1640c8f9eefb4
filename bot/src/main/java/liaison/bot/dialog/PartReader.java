package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import liaison.bot.text.Fold;

/** Cuts a text that holds several matters: where they are counted, or where a word begins another one. */
final class PartReader {
    private static final int MOST = 9;
    /** Longer ones are letters: what they count are arguments for one matter. */
    private static final int LONGEST = 150;
    private static final int SHORTEST = 4;
    /** Of what is counted; where one is shorter, nothing is cut, so that nothing is lost. */
    private static final int SHORTEST_COUNTED = 3;
    /** How far behind the beginning of a clause a word such as 也 says that it is one more. */
    private static final int ALSO_WITHIN = 6;
    private static final String SIGNS = "，。；！？：、,;!?:\n ";

    private final List<List<String>> counts;
    private final List<String> joins;
    private final List<String> alsos;

    /**
     * @param counts rows of words that count matters, each in its order, such as 一是, 二是
     * @param joins words that begin another matter at the front of a clause
     * @param alsos words by which a clause says that something else is wrong, too
     */
    PartReader(List<List<String>> counts, List<String> joins, List<String> alsos) {
        this.counts = counts.stream().map(row -> row.stream().map(Fold::all).toList()).toList();
        this.joins = joins.stream().map(Fold::all).toList();
        this.alsos = alsos.stream().map(Fold::all).toList();
    }

    /**
     * A matter of a text.
     *
     * @param start its first letter in the text
     */
    record Part(int start, int end, String words, Heard heard) {
    }

    /**
     * The matters in their order; none where there is only one.
     *
     * @param asks whether something is asked that is answered at once
     */
    List<Part> read(Heard whole, Function<String, Heard> hear, Predicate<Heard> asks) {
        String text = whole.text();
        if (text.length() > LONGEST) {
            return List.of();
        }
        String folded = Fold.all(text);
        var clauses = clauses(folded);
        for (var row : counts) {
            var counted = parts(text, counted(folded, clauses, row), 1, hear);
            if (counted.size() > 1 && counted.stream().noneMatch(part -> part.words.length() < SHORTEST_COUNTED)
                    && counted.stream().anyMatch(part -> part.heard.isUnderstood())) {
                return counted;
            }
        }
        var joined = told(parts(text, joined(folded, clauses, whole), SHORTEST, hear), text, hear,
                heard -> heard.matter().tells() || asks.test(heard));
        return joined.size() > 1 ? joined : List.of();
    }

    /** Where clauses begin. */
    private static List<Integer> clauses(String text) {
        var starts = new ArrayList<Integer>();
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            boolean sign = SIGNS.indexOf(text.charAt(i)) >= 0;
            if (!sign && fresh) {
                starts.add(i);
            }
            fresh = sign;
        }
        return starts;
    }

    /** From where to where the counted matters go, without the words that count; only the first must begin a clause. */
    private static List<int[]> counted(String text, List<Integer> clauses, List<String> row) {
        var spans = new ArrayList<int[]>();
        int first = clause(text, 0, clauses, row.getFirst());
        for (int next = 0, at = first; at >= 0 && next < row.size(); next++) {
            int start = next == 0 ? first : next(text, at, clauses, row.get(next));
            if (start < 0) {
                break;
            }
            if (!spans.isEmpty()) {
                spans.getLast()[1] = start;
            }
            at = start + row.get(next).length();
            spans.add(new int[]{at, text.length()});
        }
        return spans;
    }

    /** A word of two letters counts anywhere, a sign such as 2. only where a clause begins. */
    private static int next(String text, int from, List<Integer> clauses, String word) {
        return Character.isLetter(word.charAt(word.length() - 1)) && word.length() > 1
                ? text.indexOf(word, from)
                : clause(text, from, clauses, word);
    }

    /** Where the first clause begins that begins with a word, -1 for none. */
    private static int clause(String text, int from, List<Integer> clauses, String word) {
        for (int start : clauses) {
            if (start >= from && text.startsWith(word, start)) {
                return start;
            }
        }
        return -1;
    }

    private List<int[]> joined(String text, List<Integer> clauses, Heard whole) {
        var spans = new ArrayList<int[]>();
        for (int i = 0; i < clauses.size(); i++) {
            int start = clauses.get(i);
            int end = i + 1 < clauses.size() ? clauses.get(i + 1) : text.length();
            boolean another = !spans.isEmpty() && (begins(text, start, joins) || isAlso(text, spans.getLast()[0], start, end, whole));
            if (spans.isEmpty() || another) {
                spans.add(new int[]{behindJoin(text, start), end});
            } else {
                spans.getLast()[1] = end;
            }
        }
        return spans;
    }

    private int behindJoin(String text, int at) {
        return at + joins.stream().filter(word -> text.startsWith(word, at)).mapToInt(String::length).max().orElse(0);
    }

    private static boolean begins(String text, int at, List<String> words) {
        return words.stream().anyMatch(word -> text.startsWith(word, at));
    }

    /** Whether a clause says that something else is wrong, too: another thing, and not more of the same. */
    private boolean isAlso(String text, int before, int start, int end, Heard whole) {
        String front = text.substring(start, Math.min(end, start + ALSO_WITHIN));
        if (alsos.stream().noneMatch(front::contains)) {
            return false;
        }
        var earlier = new HashSet<String>();
        var here = new HashSet<String>();
        for (var word : whole.matterWords()) {
            if (word.start() >= before && word.end() <= start) {
                earlier.add(word.label());
            } else if (word.start() >= start && word.end() <= end) {
                here.add(word.label());
            }
        }
        return !earlier.isEmpty() && !here.isEmpty() && Collections.disjoint(earlier, here);
    }

    /** What is said in the spans, the last one with all that follows; nothing where there is only one. */
    private static List<Part> parts(String text, List<int[]> spans, int shortest, Function<String, Heard> hear) {
        var parts = new ArrayList<Part>();
        if (spans.size() == 1) {
            return parts;
        }
        int most = Math.min(spans.size(), MOST);
        for (int i = 0; i < most; i++) {
            int start = spans.get(i)[0];
            int end = i == most - 1 ? text.length() : spans.get(i)[1];
            while (end > start && SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            while (start < end && SIGNS.indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            if (end - start >= shortest) {
                parts.add(new Part(start, end, text.substring(start, end), hear.apply(text.substring(start, end))));
            }
        }
        return parts;
    }

    /** What tells nothing by itself belongs to what stands before it. */
    private static List<Part> told(List<Part> parts, String text, Function<String, Heard> hear, Predicate<Heard> tells) {
        var told = new ArrayList<Part>();
        for (var part : parts) {
            if (told.isEmpty() || (tells.test(part.heard) && tells.test(told.getLast().heard))) {
                told.add(part);
            } else {
                int start = told.removeLast().start;
                String words = text.substring(start, part.end);
                told.add(new Part(start, part.end, words, hear.apply(words)));
            }
        }
        return told;
    }
}
