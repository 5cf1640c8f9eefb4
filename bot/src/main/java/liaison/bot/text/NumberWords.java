package liaison.bot.text;

import java.util.List;

/** The words that stand around personal numbers and say what they are, from {@code /text/number-words.tsv}. */
final class NumberWords {
    private static final List<String[]> ROWS = WordLists.rows("/text/number-words.tsv");
    private static final String FILLERS = line("fillers");
    private static final int MOST_FILLERS = 6;
    private static final int DECIMAL = 10;
    /** What a letter is that is no digit. */
    static final byte NOTHING = -1;
    static final byte PROVINCE = -2;

    static final NumberWords PHONE = new NumberWords("phone-words");
    static final NumberWords ID = new NumberWords("id-words");
    static final NumberWords BANK = new NumberWords("bank-words");
    /** Of accounts alone, whose numbers have fewer or more digits than those of cards. */
    static final NumberWords ACCOUNT = new NumberWords("account-words");
    static final NumberWords PAPER = new NumberWords("paper-words");
    /** Of numbers that may have as many digits as those of mobile telephones. */
    static final NumberWords SERIAL = new NumberWords("serial-words");
    /** Of papers whose numbers are as long as those of bank cards. */
    static final NumberWords LONG_PAPER = new NumberWords("long-paper-words");
    static final NumberWords OR = new NumberWords("or");
    static final NumberWords SUM = new NumberWords("sums");
    static final NumberWords UNIT = new NumberWords("units");
    static final NumberWords PHONE_LETTERS = new NumberWords("letters-before-phone");
    /** What follows what only looks like a plate. */
    static final NumberWords NO_PLATE = new NumberWords("no-plate-words");
    static final NumberWords CAR = new NumberWords("car-words");
    static final String PLATE_ENDS = line("plate-ends");
    static final String EMBASSY = line("embassy");

    private static final byte[] SIGNS = signs();

    private final List<String> words;

    private NumberWords(String kind) {
        words = WordLists.of(ROWS, kind);
    }

    private static String line(String kind) {
        return String.join(" ", WordLists.of(ROWS, kind));
    }

    /** Whether one of them stands just before a place, but for signs and the like. */
    boolean endBefore(String text, int at) {
        int end = at;
        for (int i = 0; i < MOST_FILLERS && end > 0 && FILLERS.indexOf(text.charAt(end - 1)) >= 0; i++) {
            end--;
        }
        return endAt(text, end);
    }

    boolean endAt(String text, int end) {
        for (String word : words) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them stands within so many letters before a place. */
    boolean occurBefore(String text, int at, int within) {
        for (int end = at; end > 0 && end > at - within; end--) {
            if (endAt(text, end)) {
                return true;
            }
        }
        return false;
    }

    boolean beginAt(String text, int at) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a digit in any script, or {@link #PROVINCE}, or {@link #NOTHING}. */
    static byte sign(char c) {
        return SIGNS[c];
    }

    private static byte[] signs() {
        byte[] signs = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < signs.length; c++) {
            signs[c] = Character.isDigit(c) ? (byte) Character.digit(c, DECIMAL) : NOTHING;
        }
        (line("provinces") + EMBASSY).chars().forEach(province -> signs[province] = PROVINCE);
        byte value = 0;
        for (String digits : WordLists.of(ROWS, "digits")) {
            signs['0' + value] = value;
            for (int i = 0; i < digits.length(); i++) {
                signs[digits.charAt(i)] = value;
            }
            value++;
        }
        return signs;
    }
}
