package liaison.bot.calendar;

import java.time.LocalDate;
import java.util.Set;

/** What one year's notice says against Monday to Friday. */
record HolidayYear(Set<LocalDate> off, Set<LocalDate> worked, boolean published) {
    static final HolidayYear UNKNOWN = new HolidayYear(Set.of(), Set.of(), false);

    HolidayYear {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
    }

    boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!off.contains(day) && day.getDayOfWeek().getValue() <= 5);
    }
}
