package liaison.bot.understanding;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liaison.bot.calendar.WordTable;

/** The name by which somebody introduces herself, cut out of words: 我姓刘，路灯坏了 is 路灯坏了. */
public final class GivenName {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String NAMED = "named";
    private static final String SURNAME = "surname";
    /** Letters behind 我叫 that are a name: of the surname, of what follows it, and of 女士 behind that. */
    private static final int LONGEST = 5;
    /** Letters of a name behind 我是三单元的. */
    private static final int LONGEST_ALONE = 3;
    private static final String FAMILIAR = "familiar";
    private static final String DENIED = "unwritten";
    private static final String OF = "\u7684";
    private static final String COMMA = "\uff0c";

    private GivenName() {
    }

    /** The words as they are where nobody introduces herself, or nothing else is said. */
    public static String without(String text) {
        var clauses = Clauses.of(text).stream().map(clause -> clause.of(text)).toList();
        var rest = clauses.stream().map(GivenName::cut).toList();
        if (rest.equals(clauses)) {
            return text;
        }
        String words = rest.stream().filter(clause -> !clause.isBlank()).collect(Collectors.joining(COMMA));
        return words.isBlank() ? text : words;
    }

    /** Whether a clause says nothing but a name. */
    public static boolean isAlone(String clause) {
        return cut(clause).isBlank();
    }

    /** A clause without the name at its beginning, where it is all of it or a denial follows, or at its end. */
    private static String cut(String clause) {
        if (isOne(clause)) {
            return "";
        }
        int named = nameEnd(clause);
        if (named > 0) {
            int end = Math.min(clause.length(), named + LONGEST);
            int denied = IntStream.range(named, end).filter(at -> WORDS.at(clause, at, DENIED).isPresent()).findFirst().orElse(-1);
            return denied < 0 ? clause : clause.substring(denied);
        }
        int last = IntStream.range(1, clause.length()).filter(at -> isOne(clause.substring(at))).findFirst().orElse(-1);
        return last < 0 ? clause : clause.substring(0, last);
    }

    private static boolean isOne(String clause) {
        int at = nameEnd(clause);
        if (at > 0 && clause.length() - at < LONGEST) {
            return true;
        }
        // 我是三单元的刘桂兰
        int of = WORDS.at(clause, 0, NAMED).isPresent() ? clause.lastIndexOf(OF) : -1;
        return of > 0 && clause.length() - of - 1 <= LONGEST_ALONE && WORDS.at(clause, of + 1, SURNAME).isPresent();
    }

    /** Behind 我姓 and the surname that follows, 老 or 小 between them; 0 where there is none. */
    private static int nameEnd(String clause) {
        int at = WORDS.at(clause, 0, NAMED).map(WordTable.Word::end).orElse(0);
        int name = at == 0 ? 0 : WORDS.at(clause, at, FAMILIAR).map(WordTable.Word::end).orElse(at);
        return at == 0 ? 0 : WORDS.at(clause, name, SURNAME).map(WordTable.Word::end).orElse(0);
    }
}
