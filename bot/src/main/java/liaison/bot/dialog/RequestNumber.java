package liaison.bot.dialog;

/** Finds a request's number such as LZ20261123-0007 in a text, with or without its dash, in any width and case. */
final class RequestNumber {
    private static final int LETTERS = 2;
    private static final int DATE = 8;
    private static final int LEAST = 4;
    private static final int MOST = 9;

    private RequestNumber() {
    }

    /** The first number, or empty. */
    static String in(String text) {
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

    /** Whether a text is a number and nothing else. */
    static boolean isAlone(String text) {
        return Plain.of(text).length() <= LETTERS + DATE + 1 + MOST && text.chars().noneMatch(c -> c > '~' || c == ' ');
    }

    /** The last digits of a number as people say it, 0007 of LZ20261123-0007; empty where no run of digits is as long. */
    static String shortIn(String text) {
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
