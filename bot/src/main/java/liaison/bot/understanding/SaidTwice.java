package liaison.bot.understanding;

/** Whether a text is the same words two to four times over, as when somebody pressed twice. */
public final class SaidTwice {
    private static final int MOST = 4;
    private static final int SHORTEST = 4;
    private static final int FEWEST_LETTERS = 3;

    private SaidTwice() {
    }

    static boolean is(String plain) {
        String words = plain.replace(",", "");
        for (int times = 2; times <= MOST; times++) {
            int length = words.length() / times;
            if (length >= SHORTEST && words.length() % times == 0
                    && words.substring(length).equals(words.substring(0, words.length() - length))
                    && words.substring(0, length).chars().distinct().limit(FEWEST_LETTERS).count() == FEWEST_LETTERS) {
                return true;
            }
        }
        return false;
    }
}
