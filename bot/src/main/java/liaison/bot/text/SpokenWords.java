package liaison.bot.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is said or heard otherwise than rules have it, from {@code /text/spoken.tsv}, as a tree of letters. */
final class SpokenWords {
    static final SpokenWords SHIPPED = new SpokenWords(WordLists.rows("/text/spoken.tsv"));

    /** What stands for a word is at most so many times as long. */
    static final int MOST_GROWTH = 2;

    private final Node root = new Node();
    /** One bit a letter: whether a word begins with it; most letters begin none. */
    private final long[] first = new long[(Character.MAX_VALUE + 1) >> 6];
    /** By first letter: which branch of the root. */
    private final short[] branches = new short[Character.MAX_VALUE + 1];

    enum Kind {
        /** A word that only looks like one of the others. */
        KEEP,
        /** What fills a pause. */
        FILLER, DIALECT,
        /** What voice recognition or haste wrote instead. */
        MISTAKE
    }

    /** @param value what stands for it */
    record Word(Kind kind, String value, int length) {
        static final Word NONE = new Word(Kind.KEEP, "", 0);
    }

    private static final class Node {
        private char[] letters = {};
        private Node[] next = {};
        private Word word = Word.NONE;

        Node grow(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            if (at >= 0) {
                return next[at];
            }
            at = -at - 1;
            letters = Arrays.copyOf(letters, letters.length + 1);
            next = Arrays.copyOf(next, letters.length);
            System.arraycopy(letters, at, letters, at + 1, letters.length - at - 1);
            System.arraycopy(next, at, next, at + 1, next.length - at - 1);
            letters[at] = letter;
            next[at] = new Node();
            return next[at];
        }
    }

    SpokenWords(List<String[]> rows) {
        for (String[] row : rows) {
            var kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (String word : row[2].split(" ", -1)) {
                add(word, new Word(kind, row[1], word.length()));
            }
        }
        for (short branch = 0; branch < root.letters.length; branch++) {
            first[root.letters[branch] >> 6] |= 1L << root.letters[branch];
            branches[root.letters[branch]] = branch;
        }
    }

    private void add(String letters, Word word) {
        var node = root;
        for (int i = 0; i < letters.length(); i++) {
            node = node.grow(letters.charAt(i));
        }
        if (node.word.length > 0 || word.value.length() > MOST_GROWTH * letters.length()) {
            throw new IllegalArgumentException("a word stands there twice, or what it stands for is too long: " + letters);
        }
        node.word = word;
    }

    /** The longest word that begins at a place of some letters, or {@link Word#NONE}. */
    Word at(char[] letters, int from, int size) {
        if ((first[letters[from] >> 6] & 1L << letters[from]) == 0) {
            return Word.NONE;
        }
        var node = root.next[branches[letters[from]]];
        var longest = node.word;
        for (int i = from + 1; i < size; i++) {
            int next = Arrays.binarySearch(node.letters, letters[i]);
            if (next < 0) {
                break;
            }
            node = node.next[next];
            longest = node.word.length > 0 ? node.word : longest;
        }
        return longest;
    }
}
