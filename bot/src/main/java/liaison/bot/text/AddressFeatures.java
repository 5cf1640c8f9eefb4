package liaison.bot.text;

import java.util.Arrays;

/**
 * What is seen of a stretch of text around each of its letters: letters, names of divisions and villages, and how far it is to the next letter that parts of
 * addresses end in. A feature is a template and up to three letters, so that weights can be written down and read.
 */
final class AddressFeatures {
    static final int TEMPLATES = 23;
    private static final int WIDTH = 16;
    private static final char BEYOND = '#';
    private static final char NONE = '$';
    private static final int MARGIN = 4;
    private static final int FAR = 6;
    private static final int NEAR = 4;

    private final int length;
    private final char[] letters;
    /** Which divisions' names begin at, end before or go on at a letter. */
    private final int[] begins;
    private final int[] beginLengths;
    private final int[] ends;
    private final int[] endLengths;
    private final int[] within;
    /** How long a village's name is that begins at, ends before or goes on at a letter. */
    private final int[] villageBegins;
    private final int[] villageEnds;
    private final int[] villageWithin;
    /** Where the next ending stands. */
    private final int[] next;

    /** Looks at the letters from start to end, as if there were no others. */
    AddressFeatures(String text, int start, int end, AddressNames names) {
        length = end - start;
        letters = new char[length + 2 * MARGIN];
        begins = new int[length + 1];
        beginLengths = new int[length + 1];
        ends = new int[length + 1];
        endLengths = new int[length + 1];
        within = new int[length + 1];
        villageBegins = new int[length + 1];
        villageEnds = new int[length + 1];
        villageWithin = new int[length + 1];
        next = new int[length + 1];
        Arrays.fill(letters, BEYOND);
        for (int i = 0; i < length; i++) {
            letters[MARGIN + i] = fold(text.charAt(start + i));
        }
        for (int i = 0; i < length; i++) {
            int longest = names.divisions().longestAt(text, start + i, end);
            if (longest > 0) {
                name(i, longest >> DivisionNames.KIND_BITS, longest & ((1 << DivisionNames.KIND_BITS) - 1));
            }
            village(i, names.villages().longestAt(text, start + i, end));
        }
        next[length] = length;
        for (int i = length - 1; i >= 0; i--) {
            next[i] = names.endings().get(letters[MARGIN + i]) ? i : next[i + 1];
        }
    }

    private void name(int at, int longest, int kinds) {
        begins[at] = kinds;
        beginLengths[at] = longest;
        for (int i = at + 1; i < at + longest; i++) {
            within[i] = within[i] == 0 ? kinds : within[i];
        }
        if (longest > endLengths[at + longest]) {
            ends[at + longest] = kinds;
            endLengths[at + longest] = longest;
        }
    }

    private void village(int at, int longest) {
        villageBegins[at] = longest;
        for (int i = at + 1; i < at + longest; i++) {
            villageWithin[i] = 1;
        }
        if (longest > villageEnds[at + longest]) {
            villageEnds[at + longest] = longest;
        }
    }

    int length() {
        return length;
    }

    /** The features of the letter, in the order of their templates. */
    void at(int i, long[] keys) {
        int p = MARGIN + i;
        char last = letters[p - 1];
        char here = letters[p];
        char after = letters[p + 1];
        char ending = ending(next[i]);
        int distance = next[i] - i;
        int second = next[i] < length ? next[next[i] + 1] : length;
        char behind = next[i] < length ? letters[MARGIN + next[i] + 1] : BEYOND;
        keys[0] = key(0, digit(villageBegins[i]), letters[p + villageBegins[i]], digit(villageEnds[i]));
        keys[1] = key(1, here, 0, 0);
        keys[2] = key(2, last, 0, 0);
        keys[3] = key(3, after, 0, 0);
        keys[4] = key(4, letters[p - 2], 0, 0);
        keys[5] = key(5, letters[p + 2], 0, 0);
        keys[6] = key(6, last, here, 0);
        keys[7] = key(7, here, after, 0);
        keys[8] = key(8, letters[p - 2], last, 0);
        keys[9] = key(9, after, letters[p + 2], 0);
        keys[10] = key(10, last, here, after);
        keys[11] = key(11, here, after, letters[p + 2]);
        keys[12] = key(12, last, after, 0);
        keys[13] = key(13, kinds(begins[i]), digit(beginLengths[i]), digit(villageBegins[i]));
        keys[14] = key(14, kinds(ends[i]), digit(endLengths[i]), digit(villageEnds[i]));
        keys[15] = key(15, kinds(within[i]), digit(villageWithin[i]), 0);
        keys[16] = key(16, kinds(begins[i]), digit(beginLengths[i]), letters[p + beginLengths[i]]);
        keys[17] = key(17, ending, digit(Math.min(distance, FAR)), 0);
        keys[18] = key(18, ending, ending(second), digit(Math.min(second - next[i], NEAR)));
        keys[19] = key(19, ending, last, digit(Math.min(distance, NEAR)));
        keys[20] = key(20, ending, digit(Math.min(distance, NEAR)), behind == BEYOND || behind == '0' ? behind : NONE);
        keys[21] = key(21, digit(Math.min(i, MARGIN - 1)), digit(i == length - 1 ? 1 : 0), 0);
        keys[22] = key(22, kinds(begins[i]), kinds(ends[i]), ending);
    }

    /** A feature as one number. */
    static long key(int template, int first, int second, int third) {
        return ((long) template << (3 * WIDTH)) | ((long) first << (2 * WIDTH)) | ((long) second << WIDTH) | third;
    }

    /** A feature as it stands in tables: the template, a tab, the letters. */
    static String written(long key) {
        var written = new StringBuilder().append(key >>> (3 * WIDTH)).append('\t');
        for (int shift = 2 * WIDTH; shift >= 0; shift -= WIDTH) {
            char letter = (char) (key >>> shift);
            if (letter != 0) {
                written.append(letter);
            }
        }
        return written.toString();
    }

    private char ending(int at) {
        return at < length ? letters[MARGIN + at] : NONE;
    }

    private static char digit(int number) {
        return (char) ('0' + number);
    }

    /** A letter for each set of kinds of divisions. */
    private static char kinds(int bits) {
        return (char) ('\u0100' + bits);
    }

    /** Any digit is 0, any Latin letter a, any blank _. */
    static char fold(char c) {
        char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - '\uff01' + '!') : c;
        if (narrow >= '0' && narrow <= '9') {
            return '0';
        }
        if ((narrow >= 'a' && narrow <= 'z') || (narrow >= 'A' && narrow <= 'Z')) {
            return 'a';
        }
        return narrow <= ' ' || Character.isWhitespace(narrow) ? '_' : narrow;
    }
}
