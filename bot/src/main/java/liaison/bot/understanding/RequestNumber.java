package liaison.bot.understanding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds a request's number such as LZ20261123-0007 in a text, with or without its dash, in any width and case. */
public final class RequestNumber {
    private static final int LETTERS = 2;
    private static final int DATE = 8;
    private static final int LEAST = 4;
    private static final int MOST = 9;
    /** What stands between numbers. */
    private static final String JOINS = " ,;\n\uff0c\uff1b\u3001\u3002\u548c\u4e0e\u53ca\u8ddf";

    private RequestNumber() {
    }

    /** The first number, or empty. */
    public static String in(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Plain.narrow(text.charAt(i)) == 'l' && Plain.narrow(text.charAt(i + 1)) == 'z') {
                String number = at(text, i + 2);
                if (!number.isEmpty()) {
                    return number;
                }
            }
        }
        return "";
    }

    /** All numbers, each once, in their order; behind one, the last digits alone are of the same day, as in LZ20261123-0007、0008. */
    public static List<String> allIn(String text) {
        var numbers = new LinkedHashSet<String>();
        String day = "";
        for (int i = 0; i < text.length();) {
            int end = i;
            while (end < text.length() && !JOINS.contains(text.substring(end, end + 1))) {
                end++;
            }
            String word = text.substring(i, end);
            String number = in(word);
            String last = day.isEmpty() || !number.isEmpty() ? "" : shortIn(word);
            if (!number.isEmpty()) {
                day = number.substring(0, number.indexOf('-') + 1);
                numbers.add(number);
            } else if (!last.isEmpty()) {
                numbers.add(day + last);
            }
            i = end + 1;
        }
        return numbers.isEmpty() || !numbers.contains(in(text))
                ? Stream.of(in(text)).filter(one -> !one.isEmpty()).toList()
                : List.copyOf(numbers);
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
        int end = text.length();
        for (int i = text.length() - 1; i >= -1; i--) {
            if (i < 0 || !Plain.isDigit(Plain.narrow(text.charAt(i)))) {
                if (end - i - 1 == LEAST) {
                    return Plain.of(text.substring(i + 1, end));
                }
                end = i;
            }
        }
        return "";
    }

    private static String at(String text, int from) {
        var digits = new StringBuilder();
        for (int i = from; i < text.length() && digits.length() < DATE + MOST; i++) {
            char c = Plain.narrow(text.charAt(i));
            if (Plain.isDigit(c)) {
                digits.append(c);
            } else if (Character.isLetterOrDigit(c) || (c == ',' || c == '.')) {
                break;
            }
        }
        return digits.length() < DATE + LEAST ? "" : "LZ" + digits.substring(0, DATE) + "-" + digits.substring(DATE);
    }
}
