package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a request's number such as LZ20261123-0007 in a text, with or without its dash, in any width and case. */
public final class RequestNumber {
    private static final int LETTERS = 2;
    private static final int DATE = 8;
    private static final int LEAST = 4;
    private static final int MOST = 9;
    private static final int LONGEST_SHORT = 40;
    /** What stands between numbers. */
    private static final String JOINS = " ,;\n\uff0c\uff1b\u3001\u3002\u548c\u4e0e\u53ca\u8ddf";

    /** What stands before a number of which something is done then, 把 or 将. */
    private static final String OBJECTS = "\u628a\u5c06";

    /** What begins another order. */
    private static final String THEN = "\u518d\u53e6\u5e76";

    private RequestNumber() {
    }

    /** The first number, or empty. */
    public static String in(String text) {
        int start = start(text, 0);
        return start < 0 ? "" : at(text, start + LETTERS);
    }

    /** All numbers, each once, in their order; behind one, the last digits alone are of the same day, as in LZ20261123-0007、0008. */
    public static List<String> allIn(String text) {
        var numbers = new LinkedHashSet<String>();
        pieces(text).forEach(piece -> numbers.add(piece.number()));
        numbers.remove("");
        return numbers.isEmpty() || !numbers.contains(in(text))
                ? Stream.of(in(text)).filter(one -> !one.isEmpty()).toList()
                : List.copyOf(numbers);
    }

    /**
     * Some words of a text with no more than one number among them.
     *
     * @param number empty where there is none
     * @param before the words before it
     * @param behind the words behind it
     */
    record Piece(String words, String number, String before, String behind) {
        String besides() {
            return before + behind;
        }
    }

    /** The text cut at its signs, and between two numbers that no sign parts. */
    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        String day = "";
        for (int i = 0; i < text.length();) {
            int end = i;
            while (end < text.length() && !JOINS.contains(text.substring(end, end + 1))) {
                end++;
            }
            for (String word : single(text.substring(i, end))) {
                var piece = piece(word, day);
                day = piece.number().isEmpty() ? day : piece.number().substring(0, piece.number().indexOf('-') + 1);
                pieces.add(piece);
            }
            i = end + 1;
        }
        return pieces;
    }

    /** 接办甲退回乙 is cut behind the numbers, 甲接办乙退回 and 把甲接办把乙退回 before them. */
    private static List<String> single(String word) {
        int first = start(word, 0);
        int next = first < 0 ? -1 : start(word, first + LETTERS);
        if (next < 0) {
            return List.of(word);
        }
        boolean isLed = first > 0 && OBJECTS.indexOf(word.charAt(first - 1)) < 0;
        int end = end(word, first);
        int then = IntStream.range(end + 1, next).filter(i -> THEN.indexOf(word.charAt(i)) >= 0).findFirst().orElse(next);
        int cut = isLed ? end : then;
        var words = new ArrayList<String>(List.of(word.substring(0, cut)));
        words.addAll(single(word.substring(cut)));
        return words;
    }

    private static Piece piece(String word, String day) {
        int start = start(word, 0);
        if (start >= 0) {
            int end = end(word, start);
            return new Piece(word, at(word, start + LETTERS), word.substring(0, start), word.substring(end));
        }
        String last = day.isEmpty() ? "" : shortIn(word);
        int at = last.isEmpty() ? word.length() : shortAt(word);
        return new Piece(word, last.isEmpty() ? "" : day + last, word.substring(0, at), word.substring(last.isEmpty() ? at : at + LEAST));
    }

    /** Where the next number begins, or -1. */
    private static int start(String text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (Plain.narrow(text.charAt(i)) == 'l' && Plain.narrow(text.charAt(i + 1)) == 'z' && !at(text, i + LETTERS).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the last digit of a number that begins there. */
    private static int end(String text, int start) {
        int end = start + LETTERS;
        for (int i = end; i < text.length() && !Character.isIdeographic(text.charAt(i)) && Plain.narrow(text.charAt(i)) != 'l'; i++) {
            end = Plain.isDigit(Plain.narrow(text.charAt(i))) ? i + 1 : end;
        }
        return end;
    }

    /** Whether a text is a number, or some of them, and nothing else. */
    public static boolean isAlone(String text) {
        return isOne(text) || (allIn(text).size() > 1 && Plain.of(text).chars().allMatch(c -> c <= '~' || JOINS.indexOf(c) >= 0));
    }

    private static boolean isOne(String text) {
        return Plain.of(text).length() <= LETTERS + DATE + 1 + MOST && text.chars().noneMatch(c -> c > '~' || c == ' ');
    }

    /** The last digits of a number as people say it, 0007 of LZ20261123-0007; empty where no run of digits is as long. */
    public static String shortIn(String text) {
        int at = shortAt(text);
        return at < 0 ? "" : Plain.of(text.substring(at, at + LEAST));
    }

    /** The text with a whole number in the stead of its last digits, which it names alone. */
    public static String spelledOut(String text, String number) {
        int at = shortAt(text);
        return at < 0 ? text : text.substring(0, at) + number + text.substring(at + LEAST);
    }

    /** Whether a text holds nothing but numbers too short for a request's, and what stands between them, as 12、13. */
    public static boolean areShort(String text) {
        String plain = text.strip();
        return !plain.isEmpty() && plain.length() <= LONGEST_SHORT && Plain.isDigit(Plain.narrow(plain.charAt(0)))
                && plain.chars().allMatch(c -> Plain.isDigit(Plain.narrow((char) c)) || JOINS.indexOf(c) >= 0);
    }

    /** A text of short numbers with the whole ones in their stead; as it is where one of them stands for none. */
    public static String spelledOut(String text, UnaryOperator<String> whole) {
        var spelled = new StringBuilder();
        for (int i = 0; i < text.length();) {
            int end = i;
            while (end < text.length() && Plain.isDigit(Plain.narrow(text.charAt(end)))) {
                end++;
            }
            String number = end == i ? text.substring(i, i + 1) : whole.apply(Plain.of(text.substring(i, end)));
            if (number.isEmpty()) {
                return text;
            }
            spelled.append(number);
            i = Math.max(end, i + 1);
        }
        return spelled.toString();
    }

    /** Where the last run of so many digits begins, or -1. */
    private static int shortAt(String text) {
        int end = text.length();
        for (int i = text.length() - 1; i >= -1; i--) {
            if (i < 0 || !Plain.isDigit(Plain.narrow(text.charAt(i)))) {
                if (end - i - 1 == LEAST) {
                    return i + 1;
                }
                end = i;
            }
        }
        return -1;
    }

    private static String at(String text, int from) {
        var digits = new StringBuilder();
        for (int i = from; i < text.length() && digits.length() < DATE + MOST; i++) {
            char c = Plain.narrow(text.charAt(i));
            if (Plain.isDigit(c)) {
                digits.append(c);
            } else if (Character.isLetterOrDigit(c) || c == '.'
                    || (JOINS.indexOf(c) >= 0 && (c != ' ' || digits.length() >= DATE + LEAST))) {
                break;
            }
        }
        return digits.length() < DATE + LEAST ? "" : "LZ" + digits.substring(0, DATE) + "-" + digits.substring(DATE);
    }
}
