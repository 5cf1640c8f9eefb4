package liaison.bot.visit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import liaison.bot.calendar.WorkingDays;

/** On which days a station receives residents, as 每周二, 每月10日, 单月15日, 双月第一个周三 or several of a kind. */
public final class ReceptionPattern {
    /** Farther back than any holiday is long. */
    private static final int LONGEST_MOVE = 20;
    private static final int MAX_COUNT = 1000;

    private final String text;
    private final List<Recurrence> recurrences;

    ReceptionPattern(String text, List<Recurrence> recurrences) {
        this.text = text;
        this.recurrences = List.copyOf(recurrences);
    }

    /** Throws {@link IllegalArgumentException} that names the pattern and what it may be. */
    public static ReceptionPattern parse(String text) {
        return new PatternReader(text).read();
    }

    /**
     * The next days from a day on, that day included. A holiday, and a weekend that the pattern did not ask for, moves the
     * reception to the next working day.
     */
    public List<LocalDate> next(int count, LocalDate from, WorkingDays workingDays) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("reception days are counted from 1 to " + MAX_COUNT);
        }
        var days = new TreeSet<LocalDate>();
        var planned = from.minusDays(LONGEST_MOVE);
        // a day that was moved may stand behind one that is planned later
        while (days.size() < count || !planned.isAfter(days.last())) {
            for (var recurrence : recurrences) {
                if (recurrence.includes(planned)) {
                    days.add(recurrence.held(planned, workingDays));
                }
            }
            days.removeIf(day -> day.isBefore(from));
            planned = planned.plusDays(1);
        }
        return days.stream().limit(count).toList();
    }

    @Override
    public String toString() {
        return text;
    }

    /** One way in which days come back. */
    sealed interface Recurrence {
        boolean includes(LocalDate day);

        LocalDate held(LocalDate planned, WorkingDays workingDays);

        record Weekly(DayOfWeek weekday) implements Recurrence {
            @Override
            public boolean includes(LocalDate day) {
                return day.getDayOfWeek() == weekday;
            }

            @Override
            public LocalDate held(LocalDate planned, WorkingDays workingDays) {
                return unlessHoliday(planned, workingDays);
            }
        }

        /** A day of the month; a month that is too short has it on its last day. */
        record Monthly(Months months, int date) implements Recurrence {
            @Override
            public boolean includes(LocalDate day) {
                return months.include(day) && day.getDayOfMonth() == Math.min(date, day.lengthOfMonth());
            }

            @Override
            public LocalDate held(LocalDate planned, WorkingDays workingDays) {
                return workingDays.onOrAfter(planned).day();
            }
        }

        /** The n-th such weekday of the month, the last one for -1. */
        record Nth(Months months, int n, DayOfWeek weekday) implements Recurrence {
            @Override
            public boolean includes(LocalDate day) {
                return months.include(day) && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(n, weekday)));
            }

            @Override
            public LocalDate held(LocalDate planned, WorkingDays workingDays) {
                return unlessHoliday(planned, workingDays);
            }
        }

        private static LocalDate unlessHoliday(LocalDate planned, WorkingDays workingDays) {
            return workingDays.isHoliday(planned) ? workingDays.onOrAfter(planned).day() : planned;
        }
    }

    enum Months {
        EACH, ODD, EVEN;

        boolean include(LocalDate day) {
            return this == EACH || (day.getMonthValue() % 2 == 1) == (this == ODD);
        }
    }
}
