package liaison.bot.text;

/** Puts stars in the place of personal numbers. */
public final class Masks {
    private static final String HIDDEN = "***";
    private static final int MOBILE = 11;
    private static final int FIRST = 3;
    private static final int LAST = 4;
    private static final int AREA_CODE = 4;
    private static final int LAST_OF_LANDLINE = 2;
    private static final int PLATE_SHOWN = 2;

    private Masks() {
    }

    /** What may be kept: without identity cards and bank cards, which no errand needs. The same text where it holds none. */
    public static String kept(String text) {
        return masked(text, false);
    }

    /** Where in a text stands what stands at an index of what is {@link #kept} of it. */
    public static int original(String text, int at) {
        int shorter = 0;
        for (var number : PersonalNumbers.in(text)) {
            String masked = masked(text.substring(number.start(), number.end()), number.label(), false);
            int start = number.start() - shorter;
            if (at <= start) {
                break;
            }
            if (!masked.isEmpty()) {
                if (at < start + masked.length()) {
                    return number.start();
                }
                shorter += number.end() - number.start() - masked.length();
            }
        }
        return at + shorter;
    }

    /** What may be shown: without them, and with only the ends of telephone numbers and plates. */
    public static String shown(String text) {
        return masked(text, true);
    }

    private static String masked(String text, boolean ends) {
        var out = new StringBuilder();
        int at = 0;
        for (var number : PersonalNumbers.in(text)) {
            String masked = masked(text.substring(number.start(), number.end()), number.label(), ends);
            if (!masked.isEmpty()) {
                out.append(text, at, number.start()).append(masked);
                at = number.end();
            }
        }
        return at == 0 ? text : out.append(text, at, text.length()).toString();
    }

    private static String masked(String number, String label, boolean ends) {
        return switch (label) {
            case PersonalNumbers.PHONE -> ends ? phone(number) : "";
            case PersonalNumbers.PLATE -> ends ? plate(number) : "";
            default -> HIDDEN;
        };
    }

    /** The first three and last four digits of a mobile number, else the area code and the last two; other signs stay. */
    public static String phone(String number) {
        int digits = (int) number.chars().filter(c -> DigitRun.isDigit((char) c)).count();
        boolean landline = !number.isEmpty() && NumberWords.sign(number.charAt(0)) == 0;
        boolean mobile = digits >= MOBILE && !landline;
        int prefix = Math.max(0, digits - MOBILE);
        int first = mobile ? prefix + FIRST : landline ? AREA_CODE : 0;
        int last = mobile ? LAST : LAST_OF_LANDLINE;
        var out = new StringBuilder(number);
        int digit = 0;
        for (int i = 0; i < number.length(); i++) {
            if (DigitRun.isDigit(number.charAt(i))) {
                if (digit >= first && digit < digits - last) {
                    out.setCharAt(i, '*');
                }
                digit++;
            }
        }
        return out.toString();
    }

    private static String plate(String number) {
        int hidden = number.length() - 2 * PLATE_SHOWN;
        return number.substring(0, PLATE_SHOWN) + "*".repeat(hidden) + number.substring(number.length() - PLATE_SHOWN);
    }
}
