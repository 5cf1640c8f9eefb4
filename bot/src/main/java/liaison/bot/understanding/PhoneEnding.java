package liaison.bot.understanding;

import liaison.bot.calendar.WordTable;
import liaison.bot.text.PhoneNumbers;

/** The last digits of a telephone number that is known, put right: 末尾是1, 尾号应该是66, 最后两位是08. */
public final class PhoneEnding {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String STOPS = "，, ";
    private static final int MOST = 4;

    private PhoneEnding() {
    }

    /** The whole number with the digits that are said to be its last; empty where nothing is said of them, or none is known. */
    public static String of(String text, String known) {
        for (int at = 0; at < text.length() && !known.isEmpty(); at++) {
            var ending = WORDS.at(text, at, "ending");
            if (ending.isPresent()) {
                String digits = PhoneNumbers.digitsAt(text, value(text, ending.get().end()));
                boolean fits = !digits.isEmpty() && digits.length() <= Math.min(MOST, known.length() - 1);
                return fits ? known.substring(0, known.length() - digits.length()) + digits : "";
            }
        }
        return "";
    }

    /** Where what they should be begins, behind 错了，应该是. */
    private static int value(String text, int from) {
        int at = Clauses.at(text, from, "wrong").map(WordTable.Word::end).orElse(from);
        while (at < text.length() && STOPS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Clauses.end(text, at, "is");
    }
}
