package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import liaison.bot.calendar.WordTable;

/** What somebody says instead of what she has just said, as in 前天，哦不，是昨天: the later words hold. */
public final class SecondThoughts {
    private static final WordTable WORDS = WordTable.shipped("/understanding/answer-words.tsv");
    private static final String SLIP = "slip";
    private static final List<String> AROUND = List.of("speaker", "manner");
    /** No second thought is said without one of these. */
    private static final String SIGNS = "不错误岔更";
    private static final int MOST = 4;

    private SecondThoughts() {
    }

    /** The words behind the last clause that only takes something back; empty where there is none, or nothing behind it. */
    public static String in(String text) {
        var all = all(text);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** The words behind each such clause, the last one first. */
    public static List<String> all(String text) {
        if (text.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return List.of();
        }
        var all = new ArrayList<String>();
        var clauses = Clauses.of(text);
        for (int i = clauses.size() - 1; i > 0 && all.size() < MOST; i--) {
            var clause = clauses.get(i);
            int end = slipEnd(clause.of(text));
            String words = end == 0 ? "" : Clauses.withoutStops(text.substring(clause.start() + end));
            if (!words.isEmpty()) {
                all.add(words.substring(Clauses.end(words, 0, "is")));
            }
        }
        return all;
    }

    /** Behind the words that take something back at the beginning of a clause; by no more than 不 and 不是 where they are all of it. */
    private static int slipEnd(String clause) {
        int end = 0;
        boolean clear = false;
        boolean slips = false;
        for (int next = next(clause, end); next > end; next = next(clause, end)) {
            var slip = WORDS.at(clause, end, SLIP);
            slips |= slip.isPresent();
            clear |= slip.filter(word -> word.value().equals("clear")).isPresent();
            end = next;
        }
        return clear || (slips && end == clause.length()) ? end : 0;
    }

    private static int next(String clause, int at) {
        int end = WORDS.at(clause, at, SLIP).map(WordTable.Word::end).orElse(at);
        for (String kind : AROUND) {
            end = end > at ? end : WORDS.at(clause, at, kind).map(WordTable.Word::end).orElse(at);
        }
        return end;
    }
}
