package liaison.bot.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import liaison.bot.calendar.ClockScanner.Hours;

/** Reads a day, hours, or both. */
final class PhraseScanner {
    /** What days and hours begin with. */
    static final String[] BEGINNINGS = {"day", "day-short", "week-of", "week", "year-of", "month-of", "part", "digit", "ten"};

    private final WordCursor cursor;
    private final BitSet first;
    private final DayScanner days;
    private final ClockScanner clock;

    /** @param first what words may begin with that begin a phrase */
    PhraseScanner(WordCursor cursor, BitSet first, LocalDate today, boolean past) {
        this.cursor = cursor;
        this.first = first;
        days = new DayScanner(cursor, today, past);
        clock = new ClockScanner(cursor);
    }

    /** What begins at a place; the cursor stands behind it. */
    Optional<TimePhrase> phraseAt(int start) {
        if (!cursor.mayBegin(start, first) || cursor.isInNumber(start)) {
            return Optional.empty();
        }
        cursor.moveTo(start);
        var day = days.day();
        if (day.isPresent()) {
            lastDay();
        }
        var hours = day.isPresent() ? hoursAfterDay() : clock.hours(false);
        if (day.isEmpty() && hours.isEmpty()) {
            return Optional.empty();
        }
        boolean limit = cursor.skip("before");
        return Optional.of(new TimePhrase(new Span(start, cursor.at()), day.orElse(null), hours.orElse(null), limit));
    }

    /** 至5日 belongs to the phrase; it begins on its first day. */
    private void lastDay() {
        int place = cursor.at();
        if (!cursor.skip("range") || days.day().isEmpty()) {
            cursor.moveTo(place);
        }
    }

    private Optional<Hours> hoursAfterDay() {
        int place = cursor.at();
        boolean joined = cursor.skip("join");
        var hours = clock.hours(!joined || cursor.sees("part"));
        if (hours.isEmpty()) {
            cursor.moveTo(place);
        }
        return hours;
    }
}
