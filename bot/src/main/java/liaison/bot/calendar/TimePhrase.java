package liaison.bot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import liaison.bot.calendar.ClockScanner.Hours;
import liaison.bot.calendar.DayScanner.Day;
import org.jspecify.annotations.Nullable;

/** Words that say when, and what could be read of them. */
public final class TimePhrase {
    private final Span span;
    private final @Nullable LocalDate day;
    private final @Nullable LocalTime from;
    private final @Nullable LocalTime to;
    private final boolean impossible;
    private final boolean limit;

    TimePhrase(Span span, @Nullable Day day, @Nullable Hours hours, boolean limit) {
        this.span = span;
        this.day = day == null || day.impossible() ? null : day.date();
        from = hours == null ? null : hours.from();
        to = hours == null ? null : hours.to();
        impossible = day != null && day.impossible();
        this.limit = limit;
    }

    public Span span() {
        return span;
    }

    /** The day named; empty when none was, or when there is no such day. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    public Optional<LocalTime> from() {
        return Optional.ofNullable(from);
    }

    public Optional<LocalTime> to() {
        return Optional.ofNullable(to);
    }

    /** It names a day that does not exist, or one that is another day of the week than it says. */
    public boolean isImpossible() {
        return impossible;
    }

    /** It says until when, not when. */
    public boolean isLimit() {
        return limit;
    }

    /** The moment it begins when both day and hour were named. */
    public Optional<Instant> at() {
        return day().flatMap(date -> from().map(time -> Shanghai.at(date, time)));
    }
}
