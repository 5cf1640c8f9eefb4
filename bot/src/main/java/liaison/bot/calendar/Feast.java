package liaison.bot.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * The days off of a feast in one year.
 *
 * @param first the first of them
 * @param last the last one that follows without a break
 */
public record Feast(LocalDate first, LocalDate last) {
    private static final int YEARS = 2;

    /** The next one that is not over, of a feast whose days off begin in some part of the year, as {@code 01-21/02-20}; empty where they are not known. */
    public static Optional<Feast> next(String within, LocalDate today, WorkingDays days) {
        String[] ends = within.split("/", -1);
        for (int year = today.getYear(); year < today.getYear() + YEARS; year++) {
            var to = MonthDay.parse("--" + ends[1]).atYear(year);
            for (var day = MonthDay.parse("--" + ends[0]).atYear(year); !day.isAfter(to); day = day.plusDays(1)) {
                if (days.isHoliday(day)) {
                    var feast = from(day, days);
                    if (!feast.last().isBefore(today)) {
                        return Optional.of(feast);
                    }
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static Feast from(LocalDate first, WorkingDays days) {
        var last = first;
        while (days.isHoliday(last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return new Feast(first, last);
    }
}
