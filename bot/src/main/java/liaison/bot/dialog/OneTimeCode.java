package liaison.bot.dialog;

import java.util.Locale;

/** Tells a one-time code from other words: the last word is 6 to 32 plain letters and digits. */
final class OneTimeCode {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 32;

    private OneTimeCode() {
    }

    /** The code in capitals when the text looks like one, else empty. */
    static String in(String text) {
        String code = text.strip();
        int at = Math.max(code.lastIndexOf(' '), Math.max(code.lastIndexOf('\uff1a'), code.lastIndexOf(':')));
        code = code.substring(at + 1);
        if (code.length() < SHORTEST || code.length() > LONGEST || code.startsWith("LZ")) {
            return "";
        }
        boolean letter = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            letter |= (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (c > '~' || !(Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                return "";
            }
        }
        return letter ? code.toUpperCase(Locale.ROOT) : "";
    }
}
