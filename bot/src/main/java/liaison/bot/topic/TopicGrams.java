package liaison.bot.topic;

import liaison.bot.text.Fold;

/**
 * The pieces of a text by which its topic is told: every letter and every pair of neighbours; runs of digits are one, signs and
 * blanks part. Whoever learns a table and whoever applies it sees the same pieces.
 */
public final class TopicGrams {
    /** How often a piece of the first sentence counts: people say first what it is about. Of 1 to 4 the best in cross-validation. */
    public static final int HEAD = 3;
    private static final int LONGEST = 5_000;
    private static final int HEAD_LEAST = 4;
    private static final int HEAD_MOST = 60;
    private static final String SENTENCE_ENDS = "。！？!?；;\n";
    private static final char GAP = 0;
    private static final char[] FOLDED = folded();

    private TopicGrams() {
    }

    /** Is shown pieces from the front to the back. */
    public interface Visitor {
        /**
         * Takes one piece.
         *
         * @param weight {@link #HEAD} in the first sentence, else 1
         */
        void gram(int gram, int weight, int start, int end);
    }

    /** Shows every piece, also those that came before. */
    public static void visit(String text, Visitor visitor) {
        int head = head(text);
        int end = Math.min(text.length(), LONGEST);
        char last = GAP;
        int lastStart = 0;
        for (int i = 0; i < end; i++) {
            char c = fold(text.charAt(i));
            if (c == '0' && last == '0') {
                continue;
            }
            if (c != GAP) {
                int weight = i < head ? HEAD : 1;
                visitor.gram(c, weight, i, i + 1);
                if (last != GAP) {
                    visitor.gram((last << Character.SIZE) | c, weight, lastStart, i + 1);
                }
            }
            last = c;
            lastStart = i;
        }
    }

    /** Whether a piece is of two letters. */
    static boolean isPair(int gram) {
        return gram >>> Character.SIZE != 0;
    }

    /** The letters of a piece. */
    public static String letters(int gram) {
        String last = String.valueOf((char) gram);
        return isPair(gram) ? (char) (gram >>> Character.SIZE) + last : last;
    }

    /** The piece of one or two letters; throws {@link IllegalArgumentException} for anything else. */
    static int gram(String letters) {
        if (letters.isEmpty() || letters.length() > 2 || letters.chars().anyMatch(c -> fold((char) c) != c)) {
            throw new IllegalArgumentException("'" + letters + "' is not one or two small letters");
        }
        return letters.length() == 1 ? letters.charAt(0) : (letters.charAt(0) << Character.SIZE) | letters.charAt(1);
    }

    /** Where the first sentence ends. */
    private static int head(String text) {
        int most = Math.min(text.length(), HEAD_MOST);
        for (int i = HEAD_LEAST; i < most; i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return most;
    }

    private static char fold(char c) {
        return FOLDED[c];
    }

    private static char[] folded() {
        char[] folded = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < folded.length; c++) {
            char letter = Fold.of((char) c);
            folded[c] = Character.isDigit(letter) ? '0' : Character.isLetter(letter) ? letter : GAP;
        }
        return folded;
    }
}
