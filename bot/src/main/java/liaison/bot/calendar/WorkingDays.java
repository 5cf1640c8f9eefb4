package liaison.bot.calendar;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Chinese working days: Monday to Friday without the holidays, and the weekend days that make up for them. */
public final class WorkingDays {
    /** The most working days that are counted at once, some 40 years. */
    public static final int MAX_COUNT = 10_000;

    private final Map<Integer, HolidayYear> years;

    private WorkingDays(Map<Integer, HolidayYear> years) {
        this.years = Map.copyOf(years);
    }

    /** The years that come with the product. */
    public static WorkingDays shipped() {
        var stream = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("/calendar/holidays.tsv"));
        return load("holidays.tsv", new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** Reads a table and closes it; a fault throws {@link IllegalArgumentException} that begins with {@code file:line}. */
    public static WorkingDays load(String file, Reader table) {
        return new WorkingDays(HolidayTable.read(file, table));
    }

    /** These years, with those of a newer table in their place. */
    public WorkingDays with(WorkingDays newer) {
        var all = new HashMap<>(years);
        all.putAll(newer.years);
        return new WorkingDays(all);
    }

    public boolean isWorkingDay(LocalDate day) {
        return year(day).isWorkingDay(day);
    }

    /** Whether a notice names the day as off; weekends of their own are not holidays. */
    public boolean isHoliday(LocalDate day) {
        return year(day).off().contains(day);
    }

    /** Whether the holidays of the day's year are known. */
    public boolean isPublished(LocalDate day) {
        return year(day).published();
    }

    /** All days that are not what their weekday says, in order: holidays from Monday to Friday, and weekends that are worked. */
    public List<LocalDate> exceptions() {
        return years.values().stream().flatMap(year -> Stream.concat(year.off().stream(), year.worked().stream()))
                .filter(day -> isWorkingDay(day) != HolidayYear.UNKNOWN.isWorkingDay(day)).sorted().toList();
    }

    /** The n-th working day after an instant's day, which does not count. */
    public Deadline deadline(Instant received, int workdays) {
        return deadline(Shanghai.day(received), workdays);
    }

    /** The n-th working day after a day, which does not count; for 0 the day itself, or the next working day. */
    public Deadline deadline(LocalDate received, int workdays) {
        check(workdays);
        var day = received;
        boolean published = true;
        for (int left = workdays; left > 0;) {
            day = day.plusDays(1);
            published &= isPublished(day);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return workdays > 0 ? new Deadline(day, !published) : onOrAfter(received);
    }

    /** The day itself when it is worked, else the next working day. */
    public Deadline onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? new Deadline(day, !isPublished(day)) : deadline(day, 1);
    }

    /** The n-th working day before a day. */
    public LocalDate before(LocalDate day, int workdays) {
        check(workdays);
        var earlier = day;
        for (int left = workdays; left > 0;) {
            earlier = earlier.minusDays(1);
            left -= isWorkingDay(earlier) ? 1 : 0;
        }
        return earlier;
    }

    /** How many working days lie after a day up to another, that one counted; 0 when it is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    private static void check(int workdays) {
        if (workdays < 0 || workdays > MAX_COUNT) {
            throw new IllegalArgumentException("working days are counted from 0 to " + MAX_COUNT);
        }
    }

    private HolidayYear year(LocalDate day) {
        return years.getOrDefault(day.getYear(), HolidayYear.UNKNOWN);
    }
}
