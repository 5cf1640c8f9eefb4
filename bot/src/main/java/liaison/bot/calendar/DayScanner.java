package liaison.bot.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the day that is named at a cursor, and moves behind it. */
final class DayScanner {
    private static final int FIRST_FULL_YEAR = 1000;
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;
    private static final int LAST_DATE = 31;
    private static final int DAYS_OF_HALF_A_YEAR = 183;

    private final WordCursor cursor;
    private final LocalDate today;
    private final boolean past;

    /** Where a day leaves it open, the nearest one to come is meant, or the last one that has been. */
    DayScanner(WordCursor cursor, LocalDate today, boolean past) {
        this.cursor = cursor;
        this.today = today;
        this.past = past;
    }

    /**
     * A day; an impossible one is named in the text and does not exist, or cannot be told. A bare one is the nearest of its name, as
     * 周五 and 5日 are.
     */
    record Day(LocalDate date, boolean impossible, boolean bare) {
    }

    Optional<Day> day() {
        int start = cursor.at();
        var day = relative().or(() -> back(start, this::weekday)).or(() -> back(start, this::written))
                .or(() -> back(start, this::daysLater));
        return day.map(found -> checked(found));
    }

    private interface Attempt {
        Optional<Day> read();
    }

    private Optional<Day> back(int start, Attempt attempt) {
        cursor.moveTo(start);
        var day = attempt.read();
        if (day.isEmpty()) {
            cursor.moveTo(start);
        }
        return day;
    }

    private Optional<Day> relative() {
        int start = cursor.at();
        var word = cursor.take("day");
        if (word.isPresent()) {
            return sure(today.plusDays(word.get().number()));
        }
        var brief = cursor.take("day-short");
        if (brief.isPresent() && (cursor.sees("part-short") || cursor.sees("part"))) {
            return sure(today.plusDays(brief.get().number()));
        }
        cursor.moveTo(start);
        return Optional.empty();
    }

    private Optional<Day> weekday() {
        int start = cursor.at();
        var week = cursor.take("week-of");
        if (week.isPresent()) {
            cursor.skip("of");
            return cursor.take("weekday").flatMap(word -> sure(today.with(DayOfWeek.MONDAY).plusWeeks(week.get().number())
                    .plusDays(word.number() - 1L)));
        }
        if (cursor.isBehind("recurring", start) || cursor.isBehind("digit", start)) {
            return Optional.empty();
        }
        return bareWeekday()
                .flatMap(day -> bare(today.with(past ? TemporalAdjusters.previousOrSame(day) : TemporalAdjusters.nextOrSame(day))));
    }

    private Optional<DayOfWeek> bareWeekday() {
        int start = cursor.at();
        if (cursor.skip("week")) {
            var word = cursor.take("weekday");
            if (word.isPresent() && !cursor.sees("weekday-no")) {
                return Optional.of(DayOfWeek.of(word.get().number()));
            }
        }
        cursor.moveTo(start);
        return Optional.empty();
    }

    /** 2026年12月3日, 12月3号, 下月10号, 3号, 2026-12-03, 12/3. */
    private Optional<Day> written() {
        var yearWord = cursor.take("year-of");
        if (yearWord.isPresent()) {
            return cursor.number().stream().boxed().findFirst()
                    .flatMap(month -> monthAndDate(OptionalInt.of(today.getYear() + yearWord.get().number()), month));
        }
        var monthWord = cursor.take("month-of");
        if (monthWord.isPresent()) {
            var month = YearMonth.from(today).plusMonths(monthWord.get().number());
            cursor.skip("of");
            var date = cursor.number();
            return date.isPresent() && cursor.skip("date")
                    ? day(month.getYear(), month.getMonthValue(), date.getAsInt())
                    : Optional.empty();
        }
        int start = cursor.at();
        var number = cursor.number();
        if (number.isEmpty() || cursor.isBehind("recurring", start)) {
            return Optional.empty();
        }
        return numbers(number.getAsInt());
    }

    private Optional<Day> numbers(int first) {
        int place = cursor.at();
        if (cursor.skip("year")) {
            int year = first < 100 ? first + CENTURY : first;
            var month = cursor.number();
            return month.isEmpty() ? Optional.empty() : monthAndDate(OptionalInt.of(year), month.getAsInt());
        }
        if (first >= FIRST_FULL_YEAR) {
            return yearFirst(first);
        }
        if (cursor.sees("month")) {
            return monthAndDate(OptionalInt.empty(), first);
        }
        if (first >= 1 && first <= LAST_DATE && cursor.skip("date") && !cursor.sees("date-no")) {
            return bare(nearest(first));
        }
        cursor.moveTo(place);
        return cursor.charAt(place) == '/' || isDashed(place) || isDotted(place) ? monthSlashDate(first) : Optional.empty();
    }

    private Optional<Day> yearFirst(int year) {
        if (!cursor.skip("slash")) {
            return Optional.empty();
        }
        var month = cursor.number();
        if (month.isEmpty() || !cursor.skip("slash")) {
            return Optional.empty();
        }
        var date = cursor.number();
        return date.isEmpty() ? Optional.empty() : day(year, month.getAsInt(), date.getAsInt());
    }

    /** 12-03 14:30, which could be no house and no span of hours: two digits each, with an hour behind. */
    private boolean isDashed(int place) {
        boolean two = isDigit(place - 1) && isDigit(place - 2) && !isDigit(place - 3) && cursor.charAt(place - 3) != '-';
        boolean behind = isDigit(place + 1) && isDigit(place + 2) && cursor.charAt(place + 3) == ' ' && isDigit(place + 4);
        int colon = isDigit(place + 5) ? place + 6 : place + 5;
        return !past && cursor.charAt(place) == '-' && two && behind && cursor.charAt(colon) == ':';
    }

    /** 12.8下午, 12.8日, 12.8（周二） and 12.8 14:30, where no 2.0 or 3.5 can be meant. */
    private boolean isDotted(int place) {
        if (past || cursor.charAt(place) != '.' || cursor.charAt(place - 3) == '.' || cursor.charAt(place - 2) == '.'
                || !isDigit(place + 1)) {
            return false;
        }
        int end = isDigit(place + 2) ? place + 3 : place + 2;
        int hour = cursor.charAt(end) == ' ' ? end + 1 : end;
        int colon = isDigit(hour + 1) ? hour + 2 : hour + 1;
        boolean timed = hour > end && isDigit(hour) && cursor.charAt(colon) == ':';
        return !isDigit(end) && (timed || Stream.of("part", "date", "week").anyMatch(kind -> cursor.seesAt(kind, hour))
                || (cursor.charAt(end) == '(' && cursor.seesAt("week", end + 1)));
    }

    private boolean isDigit(int place) {
        char c = cursor.charAt(place);
        return c >= '0' && c <= '9';
    }

    private Optional<Day> monthSlashDate(int month) {
        cursor.skip("slash");
        var date = cursor.number();
        if (date.isEmpty() || month > MONTHS || date.getAsInt() > LAST_DATE || cursor.charAt(cursor.at()) == '/') {
            return Optional.empty();
        }
        cursor.skip("date");
        return inNearestYear(month, date.getAsInt());
    }

    private Optional<Day> monthAndDate(OptionalInt year, int month) {
        if (!cursor.skip("month")) {
            return Optional.empty();
        }
        var date = cursor.number();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        cursor.skip("date");
        return year.isPresent() ? day(year.getAsInt(), month, date.getAsInt()) : inNearestYear(month, date.getAsInt());
    }

    /** Said in December, 1月5日 is next year's; said on the 4th, the 3rd of the same month has passed. */
    private Optional<Day> inNearestYear(int month, int date) {
        var day = day(today.getYear(), month, date);
        long off = day.map(found -> ChronoUnit.DAYS.between(today, found.date())).orElse(0L);
        if (past ? off > 0 : off < -DAYS_OF_HALF_A_YEAR) {
            return day(today.getYear() + (past ? -1 : 1), month, date);
        }
        return day;
    }

    private LocalDate nearest(int date) {
        var month = YearMonth.from(today);
        while (!month.isValidDay(date) || (past ? month.atDay(date).isAfter(today) : month.atDay(date).isBefore(today))) {
            month = month.plusMonths(past ? -1 : 1);
        }
        return month.atDay(date);
    }

    private Optional<Day> daysLater() {
        int start = cursor.at();
        var count = cursor.number();
        if (past || count.isEmpty() || cursor.isBehind("recurring", start)) {
            return Optional.empty();
        }
        long unit = cursor.skip("weeks") ? 7 : cursor.skip("days") ? 1 : 0;
        return unit > 0 && cursor.skip("later") ? sure(today.plusDays(unit * count.getAsInt())) : Optional.empty();
    }

    /** A day of the week, or the date, that is named on top must be the same day. */
    private Day checked(Day day) {
        int start = cursor.at();
        boolean open = cursor.skip("open");
        var weekday = bareWeekday();
        var other = weekday.isEmpty() && open ? written() : Optional.<Day>empty();
        if ((weekday.isEmpty() && other.isEmpty()) || (open && !cursor.skip("close"))) {
            cursor.moveTo(start);
            return day;
        }
        boolean same = weekday.map(found -> found == day.date.getDayOfWeek()).orElse(true)
                && other.map(found -> !found.impossible && found.date.equals(day.date)).orElse(true);
        return new Day(day.date, day.impossible || !same, day.bare && other.isEmpty());
    }

    private Optional<Day> day(int year, int month, int date) {
        try {
            return sure(LocalDate.of(year, month, date));
        } catch (DateTimeException e) {
            return Optional.of(new Day(today, true, false));
        }
    }

    private static Optional<Day> sure(LocalDate date) {
        return Optional.of(new Day(date, false, false));
    }

    private static Optional<Day> bare(LocalDate date) {
        return Optional.of(new Day(date, false, true));
    }
}
