package liaison.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads lines of year, days off, days worked; a year with a question mark is not published. */
final class HolidayTable {
    private static final int COLUMNS = 3;

    private HolidayTable() {
    }

    static Map<Integer, HolidayYear> read(String file, Reader reader) {
        var years = new HashMap<Integer, HolidayYear>();
        try (var lines = new BufferedReader(reader)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
                if (!text.isBlank() && !text.startsWith("#")) {
                    add(years, file + ":" + number + ": ", text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return years;
    }

    private static void add(Map<Integer, HolidayYear> years, String where, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length > COLUMNS) {
            throw new IllegalArgumentException(where + "a line is YEAR, days off, days worked, with tabs between them");
        }
        boolean published = !columns[0].endsWith("?");
        int year = year(where, published ? columns[0] : columns[0].substring(0, columns[0].length() - 1));
        Set<LocalDate> off = days(where, year, columns.length > 1 ? columns[1] : "");
        Set<LocalDate> worked = days(where, year, columns.length > 2 ? columns[2] : "");
        for (var day : off) {
            if (worked.contains(day)) {
                throw new IllegalArgumentException(where + day + " is both off and worked");
            }
        }
        if (years.put(year, new HolidayYear(off, worked, published)) != null) {
            throw new IllegalArgumentException(where + "the year " + year + " stands there twice");
        }
    }

    private static int year(String where, String text) {
        if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(where + "'" + text + "' is no year such as 2026");
        }
        return Integer.parseInt(text);
    }

    private static Set<LocalDate> days(String where, int year, String text) {
        var days = new HashSet<LocalDate>();
        for (String span : text.strip().split(" +", -1)) {
            if (!span.isEmpty()) {
                int slash = span.indexOf('/');
                var first = day(where, year, slash < 0 ? span : span.substring(0, slash));
                var last = slash < 0 ? first : day(where, year, span.substring(slash + 1));
                if (last.isBefore(first)) {
                    throw new IllegalArgumentException(where + "'" + span + "' ends before it begins");
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            }
        }
        return days;
    }

    private static LocalDate day(String where, int year, String text) {
        try {
            return LocalDate.parse(year + "-" + text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(where + "'" + text + "' is no day such as 10-01 of " + year, e);
        }
    }
}
