package liaison.bot.calendar;

import java.time.Instant;
import java.time.LocalTime;

/**
 * The hours of every day in which nobody is reminded of anything.
 *
 * @param from first quiet moment, in Shanghai
 * @param to first moment that is not quiet, the same day or the next; equal to {@code from}: there are none
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** The same instant where it may be used, else the end of the quiet hours it lies in. */
    public Instant next(Instant wanted) {
        var local = wanted.atZone(Shanghai.ZONE);
        if (!isQuiet(local.toLocalTime())) {
            return wanted;
        }
        var day = local.toLocalDate();
        return Shanghai.at(local.toLocalTime().isBefore(to) ? day : day.plusDays(1), to);
    }

    public boolean isQuiet(Instant instant) {
        return isQuiet(LocalTime.ofInstant(instant, Shanghai.ZONE));
    }

    private boolean isQuiet(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
