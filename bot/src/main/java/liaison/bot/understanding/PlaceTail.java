package liaison.bot.understanding;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable;

/** What goes on with a place in a text: house numbers, letters and words such as 号楼 or 门口. */
public final class PlaceTail {
    /** A bare 楼 is none of 楼下 that it leaves. */
    private static final int SHORTEST_CUT = 2;
    private static final char ONE = '一';
    private static final char OF = '的';
    private static final char SIDE = '面';
    private static final String SIDED = "前后左右里外上下东南西北";

    private final List<String> tails;
    private final List<String> things;
    private final BitSet beginnings = new BitSet();
    private final String numerals;
    private final WordTable words;

    PlaceTail(List<String> tails, List<String> things, String numerals, WordTable words) {
        this.tails = tails.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.things = List.copyOf(things);
        this.numerals = numerals;
        this.words = words;
        Stream.concat(tails.stream(), things.stream()).forEach(word -> beginnings.set(word.charAt(0)));
    }

    /** The end of what goes on with a place from there: numbers, letters and the words for it. */
    public int end(String text, int from) {
        int end = from;
        int next = step(text, from);
        while (next > end) {
            end = next;
            next = step(text, end);
        }
        int counted = counts(text, from, end);
        // 3号楼前面
        boolean side = counted > from && counted < text.length() && text.charAt(counted) == SIDE
                && SIDED.indexOf(text.charAt(counted - 1)) >= 0;
        return side ? counted + 1 : counted;
    }

    /** 锦绣苑83岁: a number at the end belongs to what it counts, and 一 to the word that it begins, as in 一下雨就 and 一到晚上. */
    private int counts(String text, int from, int end) {
        int number = end;
        while (number > from && isNumeral(Plain.narrow(text.charAt(number - 1)))) {
            number--;
        }
        boolean begins = end - number == 1 && text.charAt(number) == ONE && end < text.length() && text.charAt(end) != OF
                && Character.isIdeographic(text.charAt(end));
        return begins || words.at(text, end, "counted").isPresent() ? number : end;
    }

    /** Whether the rest of a text is one of the words. */
    boolean endsInWord(String text, int at) {
        return tails.contains(text.substring(at));
    }

    /** Whether a letter is a numeral or a direction, as in 东街, and no digit. */
    boolean isOrdinal(String text, int at) {
        char c = Plain.narrow(text.charAt(at));
        return isNumeral(c) && !Plain.isDigit(c);
    }

    private boolean isNumeral(char c) {
        return Plain.isDigit(c) || numerals.indexOf(c) >= 0;
    }

    private int step(String text, int at) {
        if (at >= text.length()) {
            return at;
        }
        boolean begins = beginnings.get(text.charAt(at));
        if (begins && first(things, text, at) > 0) {
            return at;
        }
        char c = Plain.narrow(text.charAt(at));
        if (c == ' ') {
            int next = step(text, at + 1);
            return next > at + 1 ? next : at;
        }
        if (isNumeral(c) || (c >= 'a' && c <= 'z') || c == '-') {
            return at + 1;
        }
        return begins ? at + tail(text, at) : at;
    }

    /** Letters of the longest tail there that takes none of a thing: of 3号楼下水道 only 号楼. */
    private int tail(String text, int at) {
        int longest = first(tails, text, at);
        int last = at + longest - 1;
        boolean isOfThing = longest > SHORTEST_CUT && first(things, text, last) > 1;
        return isOfThing && tails.contains(text.substring(at, last)) ? longest - 1 : longest;
    }

    /** Letters of the first of some words that stands there. */
    private static int first(List<String> words, String text, int at) {
        for (int i = 0; i < words.size(); i++) {
            if (text.startsWith(words.get(i), at)) {
                return words.get(i).length();
            }
        }
        return 0;
    }

    /** Whether what goes on with a place, and a joining word, are all that stands between. */
    boolean isJoined(String text, int end, int next) {
        return words.before(text, next, "join").filter(word -> word.start() >= end && end(text, end) >= word.start()).isPresent();
    }
}
