package liaison.bot.text;

/** Letters as names and rules compare them: simplified, narrow and small, so that nobody need write a word twice. */
public final class Fold {
    /** What an unseen letter becomes in a plain text. */
    static final char UNSEEN = 0;
    /** What a sign becomes in a plain text. */
    public static final char GAP = ',';
    private static final char[] LETTERS = letters();
    private static final char[] PLAIN = plain();

    private Fold() {
    }

    /** A letter as names compare it; signs stay. */
    public static char of(char c) {
        return LETTERS[c];
    }

    /** A text of the same length in such letters. */
    public static String all(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = of(letters[i]);
        }
        return new String(letters);
    }

    /** A letter as rules read it; {@link #GAP} for signs, {@link #UNSEEN} for blanks and whatever has no width. */
    static char plain(char c) {
        return PLAIN[c];
    }

    private static char[] letters() {
        char[] letters = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < letters.length; c++) {
            letters[c] = Letters.narrow((char) c);
        }
        for (String[] row : WordLists.rows("/text/simplified.tsv")) {
            row[1].chars().forEach(traditional -> letters[traditional] = row[0].charAt(0));
        }
        return letters;
    }

    private static char[] plain() {
        char[] plain = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < plain.length; i++) {
            char c = LETTERS[i];
            boolean unseen = c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Letters.isUnseen(c)
                    || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.NON_SPACING_MARK;
            plain[i] = unseen ? UNSEEN : Character.isLetterOrDigit(c) ? c : GAP;
        }
        return plain;
    }
}
