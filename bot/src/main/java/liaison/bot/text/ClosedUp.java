package liaison.bot.text;

/** A text without what is unseen and without blanks, but for those between Latin letters and digits: names are written with them by mistake. */
public final class ClosedUp {
    private ClosedUp() {
    }

    /** The same text where there is nothing to leave out. */
    public static String of(String text) {
        int first = 0;
        while (first < text.length() && isSeen(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? text : closed(text, first, new int[text.length()]);
    }

    /** As {@link #of}, with where each letter stood, for as many as are kept. */
    static String of(String text, int[] from) {
        return closed(text, 0, from);
    }

    private static String closed(String text, int first, int[] from) {
        var closed = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = 0; i < first; i++) {
            from[i] = i;
        }
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSeen(c) || (Letters.isBlank(c) && isLatin(text, i - 1) && isLatin(text, i + 1))) {
                from[closed.length()] = i;
                closed.append(c);
            }
        }
        return closed.toString();
    }

    private static boolean isSeen(char c) {
        return !Letters.isBlank(c) && !Letters.isUnseen(c);
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && (Letters.isLatin(text.charAt(at)) || Letters.isDigit(Letters.narrow(text.charAt(at))));
    }
}
