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
    private final @Nullable LocalDate last;
    private final @Nullable LocalTime until;
    private final boolean impossible;
    private final boolean limit;
    private final boolean daily;

    /** The first day, and the last of several. */
    record Days(@Nullable Day first, @Nullable Day last) {
        boolean areImpossible() {
            return (first != null && first.impossible()) || (last != null && last.impossible());
        }
    }

    /** @param until the hour of the last day */
    TimePhrase(Span span, Days days, @Nullable Hours hours, @Nullable LocalTime until, boolean limit, boolean daily) {
        this.span = span;
        day = known(days.first());
        last = known(days.last());
        from = hours == null ? null : hours.from();
        to = hours == null ? null : hours.to();
        this.until = until;
        impossible = days.areImpossible();
        this.limit = limit;
        this.daily = daily;
    }

    private TimePhrase(TimePhrase days, TimePhrase hours) {
        span = days.span;
        day = days.day;
        last = days.last;
        from = hours.from;
        to = hours.to;
        until = days.until;
        impossible = days.impossible;
        limit = days.limit;
        daily = days.daily || hours.daily;
    }

    /** The days of this one at the hours of another, which stands elsewhere in the text. */
    public TimePhrase at(TimePhrase hours) {
        return new TimePhrase(this, hours);
    }

    private static @Nullable LocalDate known(@Nullable Day day) {
        return day == null || day.impossible() ? null : day.date();
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

    /** The last of several days, later than the first. */
    public Optional<LocalDate> last() {
        return Optional.ofNullable(last);
    }

    /** The hour at which it ends on the last day; an end of every day is {@link #to()}. */
    public Optional<LocalTime> until() {
        return Optional.ofNullable(until);
    }

    /** It names a day that does not exist, one that is another day of the week than it says, or one that could not be told, as 元旦后第一天. */
    public boolean isImpossible() {
        return impossible;
    }

    /** It says until when, not when. */
    public boolean isLimit() {
        return limit;
    }

    /** It says that it is on each of several days at that hour. */
    public boolean isDaily() {
        return daily;
    }

    /** The moment it begins when both day and hour were named. */
    public Optional<Instant> at() {
        return day().flatMap(date -> from().map(time -> Shanghai.at(date, time)));
    }
}
