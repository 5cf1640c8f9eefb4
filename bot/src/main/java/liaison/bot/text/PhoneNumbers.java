package liaison.bot.text;

import java.util.List;

/** The shapes of telephone numbers: mobile ones, with area code, and those of the place. Hotlines have others. */
public final class PhoneNumbers {
    /** The digits of one with everything that may stand before it. */
    public static final int LONGEST = 13;
    private static final int MOBILE = 11;
    private static final int CHINA = 86;
    private static final int MOST_GROUPS = 4;
    private static final int LONG_LOCAL = 8;
    private static final int SHORT_LOCAL = 7;
    /** The first digits of a mobile number, and as many again twice. */
    private static final int CARRIER = 3;
    private static final int QUARTER = 4;

    private PhoneNumbers() {
    }

    /** Those of an answer to the question for one, by their digits alone. */
    public static List<String> in(String text) {
        return PersonalNumbers.inAnswer(text).stream().filter(number -> number.label().equals(PersonalNumbers.PHONE))
                .map(number -> digits(text, number)).toList();
    }

    /** Whether such digits are those of a mobile telephone. */
    public static boolean isMobile(String digits) {
        return digits.length() == MOBILE && digits.startsWith("1");
    }

    /** The digits that stand at a place, in figures or words; empty where none does. */
    public static String digitsAt(String text, int start) {
        int end = start;
        while (end < text.length() && NumberWords.sign(text.charAt(end)) >= 0) {
            end++;
        }
        return digits(text, start, end);
    }

    private static String digits(String text, Span number) {
        String digits = digits(text, number.start(), number.end());
        int prefix = digits.length() - MOBILE;
        return prefix > 0 && isMobile(digits.substring(prefix)) ? digits.substring(prefix) : digits;
    }

    private static String digits(String text, int start, int end) {
        var digits = new StringBuilder();
        for (int i = start; i < end; i++) {
            byte sign = NumberWords.sign(text.charAt(i));
            if (sign >= 0) {
                digits.append((char) ('0' + sign));
            }
        }
        return digits.toString();
    }

    /** @param expected whether a number without an area code needs no word before it */
    static boolean is(DigitPiece piece, boolean expected) {
        if (piece.length() > LONGEST) {
            return false;
        }
        boolean said = NumberWords.PHONE.endBefore(piece.text(), piece.start());
        if (!said && (piece.isSum() || piece.isInnerFour())) {
            return false;
        }
        return isShaped(piece, said, expected) && (said || !NumberWords.SERIAL.endBefore(piece.text(), piece.start()));
    }

    private static boolean isShaped(DigitPiece piece, boolean said, boolean expected) {
        if (isMobile(piece, said)) {
            return piece.isFreeBefore() || isLettered(piece);
        }
        return (isLandline(piece) && (piece.isFree() || isLettered(piece))) || ((said || expected) && piece.isFree() && isLocal(piece));
    }

    /** Eleven digits said in threes and fours, with or without 0 or 86 before them. */
    private static boolean isMobile(DigitPiece piece, boolean said) {
        int prefix = piece.length() - MOBILE;
        boolean prefixed = prefix == 0 || (prefix == 1 && piece.digit(0) == 0) || (prefix == 2 && piece.value(0, 2) == CHINA);
        return prefixed && piece.digit(prefix) == 1 && piece.digit(prefix + 1) >= 3
                && (piece.groups() == 1 || piece.isSingles() || isGrouped(piece, prefix, said));
    }

    /** Where other signs than blanks and dashes part it, only as everybody writes it: else it may be a date, a list, or the name of a computer. */
    private static boolean isGrouped(DigitPiece piece, int prefix, boolean said) {
        if (piece.isPaused() || piece.isPointed()) {
            return isUsual(piece, prefix);
        }
        int last = piece.length(piece.groups() - 1);
        return said || isInPairs(piece, prefix) || (piece.groups() <= MOST_GROUPS && piece.length(0) >= 2 && last >= 3);
    }

    private static boolean isUsual(DigitPiece piece, int prefix) {
        int digits = 0;
        for (int group = 0; group < piece.groups() - 1; group++) {
            digits += piece.length(group);
            if (digits != prefix && digits != prefix + CARRIER && digits != prefix + CARRIER + QUARTER) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInPairs(DigitPiece piece, int prefix) {
        for (int group = 1; group < piece.groups(); group++) {
            if (piece.length(group) != 2) {
                return false;
            }
        }
        return piece.length(0) == prefix + CARRIER;
    }

    /** An area code of three digits (01x, 02x) or four, then seven or eight. */
    private static boolean isLandline(DigitPiece piece) {
        int area = piece.groups() > 1 ? piece.length(0) : piece.digit(1) <= 2 ? 3 : 4;
        int local = piece.length() - area;
        return piece.digit(0) == 0 && piece.digit(1) > 0 && (area == 3 || area == 4) && piece.groups() <= 3
                && (local == SHORT_LOCAL || local == LONG_LOCAL) && piece.digit(area) > 0
                && (piece.groups() <= 2 || !piece.isPaused());
    }

    private static boolean isLocal(DigitPiece piece) {
        return (piece.length() == SHORT_LOCAL || (piece.length() == LONG_LOCAL && !isDate(piece))) && piece.digit(0) >= 2
                && ((piece.groups() <= 2 && piece.length(0) >= 2 && !piece.isPaused()) || piece.isSingles());
    }

    private static boolean isDate(DigitPiece piece) {
        return piece.value(0, 4) < 2100 && CardNumbers.isDay(piece, 4);
    }

    /** Letters such as tel may stand right before a number, others make it something else. */
    private static boolean isLettered(DigitPiece piece) {
        int word = piece.start();
        while (word > 0 && Letters.isLatin(piece.text().charAt(word - 1)) && piece.start() - word < MOBILE) {
            word--;
        }
        return NumberWords.PHONE_LETTERS.endAt(piece.text(), piece.start())
                && (word == 0 || !DigitRun.isDigit(piece.text().charAt(word - 1)));
    }
}
