package liaison.bot.understanding;

import liaison.bot.text.Fold;
import liaison.bot.text.PlainText;

/** The form of a text in which keywords are sought; keywords themselves go the same way. */
public final class Plain {
    private Plain() {
    }

    public static String of(String text) {
        return PlainText.of(text).toString();
    }

    /** A letter as it is compared: full-width signs and capitals as plain small ones. */
    public static char narrow(char c) {
        return Fold.of(c);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
