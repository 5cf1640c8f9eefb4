package liaison.bot.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last day for a step; the step is in time until that day ends.
 *
 * @param provisional it was counted through a year whose holidays are not published
 */
public record Deadline(LocalDate day, boolean provisional) {
    /** 24:00 of the day in Shanghai. */
    public Instant at() {
        return day.plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant();
    }

    /** The last day of a deadline that is kept as an instant: 24:00 belongs to the day it ends. */
    public static LocalDate dayOf(Instant at) {
        return Shanghai.day(at.minusNanos(1));
    }
}
