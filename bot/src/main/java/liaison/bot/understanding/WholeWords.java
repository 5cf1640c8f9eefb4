package liaison.bot.understanding;

/** Words in a text whose numbers are whole ones: 3号楼 does not stand in 13号楼, nor 三栋 in 二十三栋. */
public final class WholeWords {
    private static final String NUMERALS = "〇零一二两三四五六七八九十百千";

    private WholeWords() {
    }

    static boolean stand(String text, String words) {
        return find(text, words, 0) >= 0;
    }

    /** Where they begin, looked for from there on; negative where they do not stand. */
    public static int find(String text, String words, int from) {
        int at = words.isEmpty() ? -1 : text.indexOf(words, from);
        while (at >= 0 && (isWithinNumber(text, at) || isWithinNumber(text, at + words.length()))) {
            at = text.indexOf(words, at + 1);
        }
        return at;
    }

    /** The text with others wherever they stand. */
    public static String exchanged(String text, String words, String others) {
        var changed = new StringBuilder();
        int end = 0;
        for (int at = find(text, words, 0); at >= 0; at = find(text, words, end)) {
            changed.append(text, end, at).append(others);
            end = at + words.length();
        }
        return changed.append(text, end, text.length()).toString();
    }

    /** Whether words are a number and nothing else. */
    public static boolean areNumber(String words) {
        return !words.isEmpty() && words.chars().allMatch(c -> isDigit((char) c) || isNumeral((char) c));
    }

    private static boolean isWithinNumber(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char behind = text.charAt(at);
        return (isDigit(before) && isDigit(behind)) || (isNumeral(before) && isNumeral(behind));
    }

    private static boolean isDigit(char c) {
        return Plain.isDigit(Plain.narrow(c));
    }

    private static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0;
    }
}
