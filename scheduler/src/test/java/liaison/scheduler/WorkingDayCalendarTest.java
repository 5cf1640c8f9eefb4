package liaison.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.TimeZone;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.Calendar;
import org.quartz.CronScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.calendar.CronCalendar;
import org.quartz.spi.OperableTrigger;

class WorkingDayCalendarTest {
    private final WorkingDayCalendar calendar = new WorkingDayCalendar(WorkingDays.shipped());

    private static long at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant().toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T23:59:59, true", "2026-10-01T00:00:00, false", "2026-10-07T23:59:59, false", "2026-10-08T00:00:00, true",
            "2026-10-10T12:00:00, true", "2026-10-11T12:00:00, false"})
    void isTimeIncluded_onWorkingDaysOfShanghai(String local, boolean included) {
        assertThat(calendar.isTimeIncluded(at(local))).isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T15:00:00, 2026-09-30T15:00:00", "2026-10-01T15:00:00, 2026-10-08T00:00:00",
            "2026-10-09T15:00:00, 2026-10-09T15:00:00", "2026-10-11T15:00:00, 2026-10-12T00:00:00"})
    void getNextIncludedTime_isTheBeginningOfTheNextWorkingDay(String from, String next) {
        assertThat(calendar.getNextIncludedTime(at(from))).isEqualTo(at(next));
    }

    @Test
    void isTimeIncluded_theBaseCalendarExcludesMore() throws Exception {
        var mornings = new CronCalendar("* * 0-11 ? * *");
        mornings.setTimeZone(TimeZone.getTimeZone(Shanghai.ZONE));
        calendar.setBaseCalendar(mornings);
        assertThat(calendar.isTimeIncluded(at("2026-10-08T11:00:00"))).isFalse();
        assertThat(calendar.isTimeIncluded(at("2026-10-08T12:00:00"))).isTrue();
        assertThat(calendar.getNextIncludedTime(at("2026-10-03T13:00:00"))).isEqualTo(at("2026-10-08T12:00:00"));
    }

    @Test
    void trigger_firesAfterTheHoliday() {
        assertThat(firstFire(calendar)).isEqualTo(Instant.ofEpochMilli(at("2026-10-08T08:30:00")));
    }

    @Test
    void writtenAndReadAgain_itIsTheSame() throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(calendar);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(firstFire((Calendar) in.readObject())).isEqualTo(firstFire(calendar));
        }
        assertThat(firstFire(calendar.clone())).isEqualTo(firstFire(calendar));
    }

    private static Instant firstFire(Calendar calendar) {
        var trigger = TriggerBuilder.newTrigger().withIdentity("digest").startAt(Date.from(Instant.ofEpochMilli(at("2026-10-01T00:00:00"))))
                .withSchedule(CronScheduleBuilder.cronSchedule("0 30 8 ? * *").inTimeZone(TimeZone.getTimeZone(Shanghai.ZONE))).build();
        return ((OperableTrigger) trigger).computeFirstFireTime(calendar).toInstant();
    }
}
