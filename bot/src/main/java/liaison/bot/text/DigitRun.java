package liaison.bot.text;

import java.util.Arrays;

/** Groups of digits that stand together, with no more than a few blanks, dashes or other signs between them. */
final class DigitRun {
    /** The check letter of an identity card, which stands for ten. */
    static final byte TEN = 10;
    static final int SHORTEST = 7;
    private static final int MOST_BETWEEN = 3;
    private static final int BEFORE_CHECK = 17;

    private final String text;
    private byte[] digits = new byte[24];
    private int[] places = new int[24];
    private int size;
    private int[] starts = new int[8];
    private int groups;
    private int end;

    private DigitRun(String text) {
        this.text = text;
    }

    /** Reads from a digit on. */
    static DigitRun read(String text, int from) {
        var run = new DigitRun(text);
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at = run.group(at);
            at = run.check(at);
            run.end = at;
            at = between(text, at);
        }
        return run;
    }

    /** Whether there are enough digits from there on; most figures of a text are too few to be anybody's number. */
    static boolean isLong(String text, int from) {
        int count = 0;
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (++count == SHORTEST) {
                return true;
            }
            at = between(text, at + 1);
        }
        return false;
    }

    static boolean isDigit(char c) {
        return NumberWords.sign(c) >= 0;
    }

    private int group(int from) {
        if (groups == starts.length) {
            starts = Arrays.copyOf(starts, groups * 2);
        }
        starts[groups++] = size;
        boolean spelled = isSpelled(text.charAt(from));
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at)) && isSpelled(text.charAt(at)) == spelled) {
            add(NumberWords.sign(text.charAt(at)), at);
            at++;
            while (at + 1 < text.length() && Letters.isUnseen(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /** One, two and three may be words of a sentence: they form no group with figures. */
    private static boolean isSpelled(char c) {
        return !Letters.isDigit(Letters.narrow(c));
    }

    private void add(int digit, int place) {
        if (size == digits.length) {
            digits = Arrays.copyOf(digits, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        digits[size] = (byte) digit;
        places[size++] = place;
    }

    /** Takes an x behind seventeen digits in. */
    private int check(int at) {
        int x = between(text, at);
        if (x >= text.length() || Letters.narrow(text.charAt(x)) != 'x') {
            return at;
        }
        for (int group = groups - 1; group >= 0 && size - starts[group] <= BEFORE_CHECK; group--) {
            if (size - starts[group] == BEFORE_CHECK) {
                add(TEN, x);
                return x + 1;
            }
        }
        return at;
    }

    /** The next place that is no blank, dash or the like, when there are few of them; else where it was. */
    private static int between(String text, int from) {
        int at = from;
        while (at < text.length() && at - from <= MOST_BETWEEN && joins(text.charAt(at))) {
            at++;
        }
        return at - from <= MOST_BETWEEN ? at : from;
    }

    private static boolean joins(char c) {
        return Letters.isBlank(c) || Letters.isDash(c) || Letters.isUnseen(c) || Letters.isPause(c) || c == '.' || c == '\u00b7' || c == ')'
                || c == '\uff09';
    }

    int groups() {
        return groups;
    }

    /** Where the run ends in the text. */
    int end() {
        return end;
    }

    /** The first digit of a group, counted in the run; of the group behind the last one, how many digits there are. */
    int first(int group) {
        return group < groups ? starts[group] : size;
    }

    int length(int group) {
        return first(group + 1) - first(group);
    }

    boolean isPausedBetween(int group, int last) {
        for (int between = group; between < last; between++) {
            for (int at = behind(between); at < place(first(between + 1)); at++) {
                if (Letters.isPause(text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isPointedBetween(int group, int last) {
        for (int between = group; between < last; between++) {
            if (text.charAt(behind(between)) == '.') {
                return true;
            }
        }
        return false;
    }

    private int behind(int group) {
        return place(first(group + 1) - 1) + 1;
    }

    int digit(int index) {
        return digits[index];
    }

    /** Where a digit stands in the text. */
    int place(int index) {
        return places[index];
    }

    /** The number that some digits make. */
    int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + digits[i];
        }
        return value;
    }
}
