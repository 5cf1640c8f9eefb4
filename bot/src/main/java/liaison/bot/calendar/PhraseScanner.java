package liaison.bot.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.ClockScanner.Hours;
import liaison.bot.calendar.DayScanner.Day;
import liaison.bot.calendar.TimePhrase.Days;

/** Reads a day, hours, or both. */
final class PhraseScanner {
    /** What days and hours begin with. */
    static final String[] BEGINNINGS = {"day", "day-short", "week-of", "week", "year-of", "month-of", "part", "digit", "ten"};

    private static final int MOST_VAGUE = 30;

    private final WordCursor cursor;
    private final BitSet first;
    private final LocalDate today;
    private final boolean past;
    private final DayScanner days;
    private final ClockScanner clock;

    /** @param first what words may begin with that begin a phrase */
    PhraseScanner(WordCursor cursor, BitSet first, LocalDate today, boolean past) {
        this.cursor = cursor;
        this.first = first;
        this.today = today;
        this.past = past;
        days = new DayScanner(cursor, today, past);
        clock = new ClockScanner(cursor);
    }

    /** What begins at a place, or at words before it that belong to it but not before a floor; the cursor stands behind it. */
    Optional<TimePhrase> phraseAt(int start, int floor) {
        if (!cursor.mayBegin(start, first) || cursor.isInNumber(start)) {
            return Optional.empty();
        }
        cursor.moveTo(start);
        var day = days.day();
        boolean shifted = !past && day.isPresent() && cursor.skip("day-shift");
        var last = day.flatMap(this::lastDay);
        var hours = day.isPresent() ? hoursAfterDay(start) : clock.hours(false);
        if (day.isEmpty() && hours.isEmpty()) {
            return Optional.empty();
        }
        Optional<Hours> until = Optional.empty();
        if (last.isEmpty() && hours.isPresent()) {
            last = day.flatMap(this::lastDay);
            until = last.isPresent() ? clock.hours(true) : until;
        }
        int begin = past ? start : beginning(start, floor);
        if (shifted || (begin < start && day.map(one -> one.bare() || isOtherCalendar(begin, start)).orElse(true))) {
            day = Optional.of(new Day(today, true, true));
        }
        boolean limit = cursor.skip("before");
        return Optional.of(new TimePhrase(new Span(begin, cursor.at()), new Days(day.orElse(null), last.orElse(null)),
                hours.orElse(null), until.map(Hours::from).orElse(null), limit));
    }

    /** Where words begin that tell a day in a way that is not understood and stand right before, as 元旦后第一个; else the place. */
    private int beginning(int start, int floor) {
        int begin = start;
        int at = cursor.before("open", start).map(WordTable.Word::start).orElse(start);
        while (start - at < MOST_VAGUE) {
            var vague = cursor.before("day-vague", at);
            var word = vague.isPresent() ? vague : cursor.before("day-link", at);
            if (word.isEmpty() || word.get().start() < floor) {
                break;
            }
            at = word.get().start();
            begin = vague.isPresent() ? at : begin;
        }
        return begin;
    }

    /** 8日 of another calendar is another day. */
    private boolean isOtherCalendar(int begin, int start) {
        return IntStream.range(begin, start).anyMatch(at -> cursor.seesAt("lunar", at));
    }

    /** 至5日 belongs to the phrase: of the days of that name the first one behind its first day. */
    private Optional<Day> lastDay(Day first) {
        int place = cursor.at();
        if (past || !cursor.skip("range")) {
            return Optional.empty();
        }
        int begin = cursor.at();
        var last = days.day();
        if (last.filter(day -> day.bare() && !day.date().isAfter(first.date())).isPresent()) {
            cursor.moveTo(begin);
            last = new DayScanner(cursor, first.date(), false).day();
        }
        if (last.isEmpty()) {
            cursor.moveTo(place);
        }
        return last.map(day -> day.date().isAfter(first.date()) ? day : new Day(day.date(), true, day.bare()));
    }

    /** A day in brackets explains another word for it: the hours stand behind them. */
    private Optional<Hours> hoursAfterDay(int start) {
        int place = cursor.at();
        if (cursor.isBehind("open", start)) {
            cursor.skip("close");
        }
        boolean joined = cursor.skip("join");
        var hours = clock.hours(!joined || cursor.sees("part"));
        if (hours.isEmpty()) {
            cursor.moveTo(place);
        }
        return hours;
    }
}
