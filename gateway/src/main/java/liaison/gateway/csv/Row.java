package liaison.gateway.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import liaison.bot.message.Address;
import liaison.bot.people.Fault;

/** The cells of one line by their columns; whoever reads one that is wrong gets something to go on with, and the fault is told. */
final class Row {
    static final int LONGEST_CODE = 64;
    static final int LONGEST_TEXT = 200;
    static final int LONGEST_LIST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+?\\d{1,2}|\\d+\\.\\d+");
    /** What spreadsheets make of 12-3, as they show it. */
    private static final Pattern DRESSED = Pattern
            .compile(".*[,'\"=/].*|\\d{1,2}月(\\d{1,2}日)?|\\d{4}年\\d{1,2}月(\\d{1,2}日)?|\\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\\d{2}");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");

    private final String file;
    private final long line;
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final Consumer<Fault> faults;
    private boolean faulty;

    Row(String file, long line, Map<String, Integer> columns, List<String> cells, Consumer<Fault> faults) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.faults = faults;
    }

    boolean isFaulty() {
        return faulty;
    }

    void fault(String column, String reason) {
        faulty = true;
        faults.accept(new Fault(file, line, column, reason));
    }

    /** What stands there, or empty. */
    String text(String column) {
        String text = trimmed(cell(column));
        if (text.length() > LONGEST_TEXT) {
            fault(column, "is longer than " + LONGEST_TEXT + " characters; shorten it");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            fault(column, "holds a control character; type it anew");
        }
        return text;
    }

    String name() {
        String name = text("name");
        if (name.isEmpty()) {
            fault("name", "is empty; give a name");
        }
        return name;
    }

    /** Empty when it is missing, which is told. */
    String code() {
        String code = reference("code");
        if (code.isEmpty()) {
            fault("code", "is empty; give every line a code of its own");
        }
        return code;
    }

    /** The code of something else, or empty. */
    String reference(String column) {
        return checkedCode(column, text(column));
    }

    List<String> references(String column) {
        return list(column).stream().map(code -> checkedCode(column, code)).distinct().toList();
    }

    List<String> list(String column) {
        var items = Arrays.stream(cell(column).split("\\|")).map(Row::trimmed).filter(item -> !item.isEmpty()).distinct().toList();
        if (items.size() > LONGEST_LIST) {
            fault(column, "lists more than " + LONGEST_LIST + " things; name what holds them together");
        }
        if (items.stream().anyMatch(item -> item.length() > LONGEST_TEXT || item.chars().anyMatch(Character::isISOControl))) {
            fault(column, "lists something longer than " + LONGEST_TEXT + " characters or with a control character; separate by |");
        }
        return items;
    }

    /** Tells what a column lists that is none of some words; nothing where there are none. */
    void mustBeAmong(String column, List<String> words) {
        if (!words.isEmpty()) {
            list(column).stream().filter(item -> !words.contains(item))
                    .forEach(item -> fault(column, "“" + item + "” is none of " + String.join(", ", words)));
        }
    }

    List<Address> addresses(String column) {
        var addresses = new ArrayList<Address>();
        for (String text : list(column)) {
            try {
                addresses.add(Address.parse(text));
            } catch (IllegalArgumentException e) {
                fault(column, "an address is CHANNEL:ACCOUNT:ID, such as wechat:demo:OPENID; separate several by |");
            }
        }
        return addresses;
    }

    /** One of a few words. */
    <T> T choice(String column, Map<String, T> choices, T otherwise) {
        T chosen = choices.get(text(column));
        if (chosen == null) {
            fault(column, "use one of " + String.join(", ", choices.keySet()));
            return otherwise;
        }
        return chosen;
    }

    LocalDate date(String column, LocalDate otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        var matcher = DATE.matcher(text);
        return parsed(column, "give a date such as 2026-01-31", otherwise, () -> {
            if (!matcher.matches()) {
                throw new DateTimeParseException("no date", text, 0);
            }
            return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        });
    }

    LocalTime time(String column) {
        return parsed(column, "give a time such as 09:00", LocalTime.MIN, () -> LocalTime.parse(text(column), TIME));
    }

    int number(String column, int least, int most) {
        String advice = "give a number from " + least + " to " + most;
        int number = parsed(column, advice, least, () -> Integer.parseInt(text(column)));
        if (number < least || number > most) {
            fault(column, advice);
        }
        return number;
    }

    /** Degrees up to a limit either way, or NaN. */
    double degrees(String column, int most) {
        if (text(column).isEmpty()) {
            return Double.NaN;
        }
        String advice = "give degrees such as 31.2304, at most " + most;
        double degrees = parsed(column, advice, 0.0, () -> Double.parseDouble(text(column)));
        if (!(Math.abs(degrees) <= most)) {
            fault(column, advice);
            return 0;
        }
        return degrees;
    }

    String telephone(String column) {
        String text = text(column);
        if (NUMBER.matcher(text).matches()) {
            fault(column, "a spreadsheet has turned this into a number; make the column text and enter it anew");
        }
        return text;
    }

    private String cell(String column) {
        int index = columns.getOrDefault(column, -1);
        return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }

    /** A code that became a number is read as that number, so that what refers to it is not told as well. */
    private String checkedCode(String column, String code) {
        if (NUMBER.matcher(code).matches()) {
            fault(column, "a spreadsheet has turned the code " + code + " into a number; make the column text and enter it anew");
            return new BigDecimal(code).toBigInteger().toString();
        }
        if (DRESSED.matcher(code).matches()) {
            fault(column, "a spreadsheet has written the code as " + code + "; make the column text and enter it anew");
        }
        if (code.length() > LONGEST_CODE || code.chars().anyMatch(c -> c == '|' || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            fault(column, "a code has at most " + LONGEST_CODE + " characters and no blanks");
        }
        return code;
    }

    private <T> T parsed(String column, String advice, T otherwise, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (NumberFormatException | DateTimeException e) {
            fault(column, advice);
            return otherwise;
        }
    }

    /** Without the blanks of either end, those of a web page (no-break, zero-width) included. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
