package liaison.bot.understanding;

import java.util.stream.Collectors;
import liaison.bot.calendar.WordTable;

/** The name by which somebody introduces herself, cut out of words: 我姓刘，路灯坏了 is 路灯坏了. */
public final class GivenName {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String NAMED = "named";
    private static final String SURNAME = "surname";
    /** Letters behind 我叫 that are a name: of the surname, of what follows it, and of 女士 behind that. */
    private static final int LONGEST = 5;

    private GivenName() {
    }

    /** The words as they are where nobody introduces herself, or nothing else is said. */
    public static String without(String text) {
        var clauses = Clauses.of(text);
        if (clauses.stream().noneMatch(clause -> isOne(clause.of(text)))) {
            return text;
        }
        String rest = clauses.stream().map(clause -> clause.of(text)).filter(clause -> !isOne(clause))
                .collect(Collectors.joining("\uff0c"));
        return rest.isBlank() ? text : rest;
    }

    private static boolean isOne(String clause) {
        var named = WORDS.at(clause, 0, NAMED);
        int at = named.map(WordTable.Word::end).orElse(0);
        return at > 0 && clause.length() - at <= LONGEST && WORDS.at(clause, at, SURNAME).isPresent();
    }
}
