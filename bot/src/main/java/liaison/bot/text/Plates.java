package liaison.bot.text;

/** Number plates: a province, a letter, then five letters and digits, or six for new energy (GA 36). */
final class Plates {
    private static final int SHORT = 5;
    private static final int LONG = 6;
    private static final int LEAST_DIGITS = 2;

    private Plates() {
    }

    /** Where the plate that begins there ends, or -1. */
    static int end(String text, int start) {
        int letter = blanks(text, start + 1);
        if (letter >= text.length() || !Letters.isLatin(text.charAt(letter))) {
            return -1;
        }
        int at = letter + 1;
        for (int i = 0; i < 2 && at < text.length() && isSeparator(text.charAt(at)); i++) {
            at++;
        }
        int from = at;
        int digits = 0;
        while (at < text.length() && at - from <= LONG && isSign(text.charAt(at))) {
            digits += Letters.isDigit(Letters.narrow(text.charAt(at))) ? 1 : 0;
            at++;
        }
        int length = at - from;
        if (length == SHORT - 1 && digits >= SHORT - 2 && at < text.length() && NumberWords.PLATE_ENDS.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        boolean energy = length == LONG && digits >= LONG - 2;
        return (length == SHORT && digits >= LEAST_DIGITS) || energy ? at : -1;
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
