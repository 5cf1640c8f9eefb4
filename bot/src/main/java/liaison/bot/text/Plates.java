package liaison.bot.text;

/** Number plates: a province, a letter, then five letters and digits, or six for new energy (GA 36). */
final class Plates {
    private static final int SHORT = 5;
    private static final int LONG = 6;
    private static final int LEAST_DIGITS = 2;
    private static final int NEAR = 8;
    private static final String POLICE = "wj";

    private Plates() {
    }

    /** Where the plate of a province begins: the armed police write two letters before it. */
    static int start(String text, int province) {
        int police = province - POLICE.length();
        return text.regionMatches(true, police, POLICE, 0, POLICE.length()) ? police : province;
    }

    /** Where the plate ends whose province, or whose embassy, stands there, or -1. */
    static int end(String text, int province) {
        boolean embassy = NumberWords.EMBASSY.indexOf(text.charAt(province)) >= 0;
        boolean police = start(text, province) < province;
        int end = embassy ? embassy(text, province) : police ? police(text, province) : civil(text, province);
        return end > 0 && NumberWords.NO_PLATE.beginAt(text, end) ? -1 : end;
    }

    /** Six digits; in the middle of a sentence only where a car was named. */
    private static int embassy(String text, int start) {
        int from = separators(text, start + 1);
        int at = from;
        int digits = 0;
        while (at < text.length() && digits <= LONG && Letters.isDigit(Letters.narrow(text.charAt(at)))) {
            digits++;
            at = digits == LONG / 2 ? separators(text, at + 1) : at + 1;
        }
        boolean ends = at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
        boolean said = NumberWords.CAR.occurBefore(text, start, NEAR);
        return digits == LONG && (said || (ends && !isWord(text, start))) ? at : -1;
    }

    private static boolean isWord(String text, int start) {
        return start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    }

    private static int police(String text, int province) {
        int from = separators(text, province + 1);
        int end = signs(text, from);
        return end - from == SHORT && digits(text, from, end) >= SHORT - 1 ? end : -1;
    }

    private static int civil(String text, int start) {
        int letter = blanks(text, start + 1);
        if (letter >= text.length() || !Letters.isLatin(text.charAt(letter))) {
            return -1;
        }
        int from = separators(text, letter + 1);
        int at = signs(text, from);
        int digits = digits(text, from, at);
        int length = at - from;
        if (length == SHORT - 1 && digits >= SHORT - 2 && at < text.length() && NumberWords.PLATE_ENDS.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        boolean energy = length == LONG && digits >= LONG - 2;
        return (length == SHORT && digits >= LEAST_DIGITS) || energy ? at : -1;
    }

    private static int separators(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 2 && isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Behind the letters and digits that stand there; no more than one too many. */
    private static int signs(String text, int from) {
        int at = from;
        while (at < text.length() && at - from <= LONG && isSign(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int digits(String text, int from, int end) {
        return (int) text.substring(from, end).chars().filter(c -> Letters.isDigit(Letters.narrow((char) c))).count();
    }

    private static int blanks(String text, int from) {
        return from < text.length() && Letters.isBlank(text.charAt(from)) ? from + 1 : from;
    }

    private static boolean isSeparator(char c) {
        return Letters.isBlank(c) || Letters.isDash(c) || Letters.isUnseen(c) || c == '.' || c == '\u00b7' || c == '\u2022'
                || c == '\u30fb';
    }

    private static boolean isSign(char c) {
        return Letters.isLatin(c) || Letters.isDigit(Letters.narrow(c));
    }
}
