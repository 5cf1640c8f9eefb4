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
    static final String[] BEGINNINGS = {"day", "day-short", "day-pair", "week-of", "week", "year-of", "month-of", "part", "digit", "ten"};

    private static final int MOST_VAGUE = 30;
    private static final int MOST_DAYS = 31;

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
        var pair = past || cursor.isBehind("pair-no", start) ? Optional.<Day>empty() : pair();
        var day = pair.isPresent() ? pair : days.day();
        boolean shifted = !past && day.isPresent() && cursor.skip("day-shift");
        var last = pair.isPresent() ? pair.map(first -> behind(first, 1)) : day.flatMap(this::lastDay);
        boolean daily = last.isPresent() ? daily() : day.isEmpty() && cursor.isBehind("daily", start);
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
                hours.orElse(null), until.map(Hours::from).orElse(null), limit, daily));
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

    /** 明后两天 are two days with one name. */
    private Optional<Day> pair() {
        return cursor.take("day-pair").map(word -> new Day(today.plusDays(word.number()), false, false));
    }

    private static Day behind(Day first, int days) {
        return new Day(first.date().plusDays(days), first.impossible(), false);
    }

    /** 每天 between the days and their hours, as in 周一到周五，每天下午. */
    private boolean daily() {
        int place = cursor.at();
        cursor.skip("close");
        cursor.skip("join");
        boolean daily = cursor.skip("daily");
        if (!daily) {
            cursor.moveTo(place);
        }
        return daily;
    }

    private Optional<Day> lastDay(Day first) {
        return past ? Optional.empty() : rangeEnd(first).or(() -> runningEnd(first)).or(() -> datesEnd(first)).or(() -> listEnd(first));
    }

    /** 起连续三天 and 开始，为期三天 tell the last day by how many there are. */
    private Optional<Day> runningEnd(Day first) {
        int place = cursor.at();
        boolean from = cursor.skip("from-on");
        cursor.skip("join");
        boolean running = cursor.skip("running");
        var count = cursor.number();
        if ((from || running) && count.isPresent() && count.getAsInt() > 1 && count.getAsInt() <= MOST_DAYS && cursor.skip("days")
                && !cursor.sees("later") && !cursor.sees("within")) {
            return Optional.of(behind(first, count.getAsInt() - 1));
        }
        cursor.moveTo(place);
        return Optional.empty();
    }

    /** 1、2、3日: dates that follow each other and share one word. */
    private Optional<Day> datesEnd(Day first) {
        int place = cursor.at();
        var last = first;
        while (cursor.skip("list")) {
            var next = cursor.number();
            last = behind(last, 1);
            if (next.isEmpty() || next.getAsInt() != last.date().getDayOfMonth()) {
                break;
            }
            if (cursor.skip("date")) {
                var shared = last;
                return listEnd(last).or(() -> Optional.of(shared));
            }
        }
        cursor.moveTo(place);
        return Optional.empty();
    }

    /** 1日、2日、3日: days of a list that follow each other; others are no phrase of one beginning. */
    private Optional<Day> listEnd(Day first) {
        var last = Optional.<Day>empty();
        for (var next = listed(first); next.isPresent(); next = listed(next.get())) {
            last = next;
        }
        return last;
    }

    private Optional<Day> listed(Day before) {
        int place = cursor.at();
        cursor.skip("list");
        int begin = cursor.at();
        var next = days.day();
        if (next.filter(day -> day.bare() && !day.date().isAfter(before.date())).isPresent()) {
            cursor.moveTo(begin);
            next = new DayScanner(cursor, before.date(), false).day();
        }
        next = next.isPresent() ? next : cursor.isBehind("weekday", place) ? nextWeekday(before) : next;
        if (next.filter(day -> !day.impossible() && day.date().equals(before.date().plusDays(1))).isEmpty()) {
            cursor.moveTo(place);
            return Optional.empty();
        }
        return next;
    }

    /** 二 in 周一、二、三上午, and not in 周一、二楼. */
    private Optional<Day> nextWeekday(Day before) {
        var word = cursor.take("weekday").filter(day -> day.number() == before.date().plusDays(1).getDayOfWeek().getValue());
        boolean told = cursor.sees("part") || cursor.sees("daily") || cursor.sees("list") || cursor.sees("weekday");
        return told ? word.map(day -> behind(before, 1)) : Optional.empty();
    }

    /** 至5日 belongs to the phrase: of the days of that name the first one behind its first day. */
    private Optional<Day> rangeEnd(Day first) {
        int place = cursor.at();
        cursor.skip("from-on");
        if (!cursor.skip("range")) {
            cursor.moveTo(place);
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
