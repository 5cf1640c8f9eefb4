package liaison.bot.dialog;

/**
 * The form of a text in which keywords are sought: narrow small letters, no blanks, one comma for any run of
 * punctuation and signs, none at the ends.
 */
final class Plain {
    /** What follows is not sought: it would only cost time. */
    static final int LONGEST = 5_000;

    private Plain() {
    }

    static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        char[] out = new char[end];
        int size = 0;
        boolean gap = false;
        for (int i = 0; i < end; i++) {
            char c = narrow(text.charAt(i));
            if (c <= ' ' || Character.isWhitespace(c) || c == '\u200b' || c == '\ufeff') {
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                if (gap && size > 0) {
                    out[size++] = ',';
                }
                gap = false;
                out[size++] = c;
            } else {
                gap = true;
            }
        }
        return new String(out, 0, size);
    }

    /** Full-width signs and capitals as plain small ones. */
    static char narrow(char c) {
        char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - '\uff01' + '!') : c;
        return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow - 'A' + 'a') : narrow;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
