package liaison.bot.text;

/** What a single letter is, for those who read numbers: a table of signs, since residents mix widths and scripts. */
final class Letters {
    private Letters() {
    }

    /** Full-width signs and capitals as plain small ones. */
    static char narrow(char c) {
        char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - '\uff01' + '!') : c;
        return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow - 'A' + 'a') : narrow;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A letter of the Latin alphabet in any width and case. */
    static boolean isLatin(char c) {
        char narrow = narrow(c);
        return narrow >= 'a' && narrow <= 'z';
    }

    /** Signs without a width of their own: they turn the direction, join, or stand there unseen. */
    static boolean isUnseen(char c) {
        return (c >= '\u200b' && c <= '\u200f') || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2060' && c <= '\u206f') || c == '\ufeff'
                || c == '\u00ad' || c == '\u20e3' || (c >= '\ufe00' && c <= '\ufe0f') || (c >= '\u0300' && c <= '\u036f') || c == '\u061c';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\u3000' || c == '\u00a0' || c == '\t' || (c >= '\u2000' && c <= '\u200a');
    }

    /** Signs that part words as well as the groups of a number. */
    static boolean isPause(char c) {
        char narrow = narrow(c);
        return narrow == ',' || narrow == '/' || narrow == '_' || narrow == '|' || c == '\u3001';
    }

    static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\uff0d' || c == '\u2212';
    }
}
