package liaison.bot.dialog;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a one-time code from other words: 6 to 32 plain letters and digits, wherever they stand, the last ones of a text. */
final class OneTimeCode {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;
    /** As long as the codes that are given out; people part them in the middle. */
    private static final int GIVEN = 8;
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_-]+(?: [A-Za-z0-9_-]+)*");
    private static final char LAST_PLAIN = '~';
    private static final char FULL_WIDTH = '\uff00';
    private static final char LAST_FULL_WIDTH = '\uff5e';

    private OneTimeCode() {
    }

    /** The code in capitals when the text looks like one, else empty. */
    static String in(String text) {
        if (!mayHold(text)) {
            return "";
        }
        String code = "";
        for (var run = RUN.matcher(narrow(text)); run.find();) {
            String whole = run.group().replace(" ", "");
            String last = run.group().substring(run.group().lastIndexOf(' ') + 1);
            code = isCode(whole) && whole.length() == GIVEN ? whole : isCode(last) ? last : code;
        }
        return code.toUpperCase(Locale.ROOT);
    }

    /** Whether a text is nothing but what looks like one of those that are given out: in capitals, or with a digit. */
    static boolean isAlone(String text) {
        String word = narrow(text).strip().replace(" ", "");
        return word.length() == GIVEN && isCode(word) && RUN.matcher(word).matches()
                && word.chars().noneMatch(sign -> sign == '-' || sign == '_')
                && (word.chars().anyMatch(Character::isDigit) || word.chars().allMatch(Character::isUpperCase));
    }

    private static boolean isCode(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST && !word.startsWith("LZ")
                && word.chars().anyMatch(Character::isLetter);
    }

    /** Whether it has as many signs in a row that codes are written with, in whatever width, as one needs, and a letter among them: most messages have not. */
    private static boolean mayHold(String text) {
        int row = 0;
        boolean isLettered = false;
        for (int i = 0; i < text.length() && (row < SHORTEST || !isLettered); i++) {
            char plain = narrow(text.charAt(i));
            if (plain != ' ') {
                boolean isLetter = plain <= LAST_PLAIN && Character.isLetter(plain);
                boolean isWritten = isLetter || (plain >= '0' && plain <= '9') || plain == '_' || plain == '-';
                row = isWritten ? row + 1 : 0;
                isLettered = isWritten && (isLetter || isLettered);
            }
        }
        return row >= SHORTEST && isLettered;
    }

    private static String narrow(String text) {
        var narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            narrow.setCharAt(i, narrow(narrow.charAt(i)));
        }
        return narrow.toString();
    }

    private static char narrow(char c) {
        return c > FULL_WIDTH && c <= LAST_FULL_WIDTH ? (char) (c - FULL_WIDTH + ' ') : c;
    }
}
