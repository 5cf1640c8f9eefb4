package liaison.bot.dialog;

/** Words that somebody in fear says over and over: heard as if they were said three times. */
final class Repeats {
    private static final int LONGEST = 12;
    private static final int KEPT = 3;

    private Repeats() {
    }

    /** The text with each run of the same words cut to three of them; in linear time. */
    static String fewer(String text) {
        var kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = 1;
            while (length <= LONGEST && run(text, at, length) <= KEPT * length) {
                length++;
            }
            int taken = length <= LONGEST ? KEPT * length : 1;
            kept.append(text, at, at + taken);
            at += length <= LONGEST ? run(text, at, length) : 1;
        }
        return kept.toString();
    }

    /** How far the text goes on as its next letters, of which there are so many. */
    private static int run(String text, int at, int length) {
        int end = Math.min(text.length(), at + length);
        while (end < text.length() && text.charAt(end) == text.charAt(end - length)) {
            end++;
        }
        return end - at;
    }
}
