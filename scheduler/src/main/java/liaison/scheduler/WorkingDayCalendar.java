package liaison.scheduler;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.WorkingDays;
import org.quartz.impl.calendar.BaseCalendar;

/** Lets a trigger fire on Chinese working days alone. */
public final class WorkingDayCalendar extends BaseCalendar {
    private static final long serialVersionUID = 1;

    /** Days since 1970, sorted: all that the job store keeps of the table. */
    private final long[] exceptions;

    public WorkingDayCalendar(WorkingDays workingDays) {
        exceptions = workingDays.exceptions().stream().mapToLong(LocalDate::toEpochDay).toArray();
        setDescription("working days");
    }

    @Override
    public boolean isTimeIncluded(long timeStamp) {
        return super.isTimeIncluded(timeStamp) && isWorked(day(timeStamp));
    }

    /** The same time where it is on a working day, else the beginning of the next one. */
    @Override
    public long getNextIncludedTime(long timeStamp) {
        long next = super.getNextIncludedTime(timeStamp);
        while (!isWorked(day(next))) {
            next = super.getNextIncludedTime(day(next).plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant().toEpochMilli());
        }
        return next;
    }

    /** The exceptions are never changed, so that a copy may share them. */
    @Override
    public WorkingDayCalendar clone() {
        return (WorkingDayCalendar) super.clone();
    }

    private boolean isWorked(LocalDate day) {
        boolean midweek = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        return midweek != (Arrays.binarySearch(exceptions, day.toEpochDay()) >= 0);
    }

    private static LocalDate day(long timeStamp) {
        return Shanghai.day(Instant.ofEpochMilli(timeStamp));
    }
}
