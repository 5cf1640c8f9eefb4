package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.shipped();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void isWorkingDay_holidayOnAWeekdayIsNone() {
        assertThat(days.isWorkingDay(day("2026-10-01"))).isFalse();
        assertThat(days.isWorkingDay(day("2026-10-08"))).isTrue();
    }

    @Test
    void isWorkingDay_makeUpWeekendIsOne() {
        assertThat(days.isWorkingDay(day("2026-10-10"))).isTrue();
        assertThat(days.isWorkingDay(day("2026-10-11"))).isFalse();
    }

    @Test
    void deadline_sevenWorkingDaysAcrossAHoliday() {
        var due = days.deadline(Instant.parse("2026-09-29T02:00:00Z"), 7);
        assertThat(due).isEqualTo(new Deadline(day("2026-10-14"), false));
        assertThat(due.at()).isEqualTo("2026-10-14T16:00:00Z");
        assertThat(Deadline.dayOf(due.at())).isEqualTo(due.day());
    }

    @Test
    void deadline_dayOfReceiptIsShanghais() {
        assertThat(days.deadline(Instant.parse("2026-11-23T15:59:59Z"), 1).day()).isEqualTo("2026-11-24");
        assertThat(days.deadline(Instant.parse("2026-11-23T16:00:00Z"), 1).day()).isEqualTo("2026-11-25");
    }

    @Test
    void deadline_intoAYearWithoutNoticeIsProvisional() {
        assertThat(days.deadline(day("2026-12-24"), 5)).isEqualTo(new Deadline(day("2026-12-31"), false));
        assertThat(days.deadline(day("2026-12-24"), 6)).isEqualTo(new Deadline(day("2027-01-04"), true));
        assertThat(days.deadline(day("2030-01-01"), 1)).isEqualTo(new Deadline(day("2030-01-02"), true));
    }

    @Test
    void deadline_zeroIsTheDayItselfOrTheNextWorkingDay() {
        assertThat(days.deadline(day("2026-11-23"), 0).day()).isEqualTo("2026-11-23");
        assertThat(days.deadline(day("2026-11-22"), 0).day()).isEqualTo("2026-11-23");
    }

    @Test
    void deadline_countIsLimited() {
        assertThatThrownBy(() -> days.deadline(day("2026-01-01"), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.deadline(day("2026-01-01"), Integer.MAX_VALUE)).hasMessageContaining("10000");
    }

    @Test
    void exceptions_areTheDaysThatDifferFromTheirWeekday() {
        assertThat(load("2027\t01-01/01-03\t01-09 01-11").exceptions()).containsExactly(day("2027-01-01"), day("2027-01-09"));
    }

    @Test
    void before_skipsHolidays() {
        assertThat(days.before(day("2026-10-08"), 1)).isEqualTo("2026-09-30");
        assertThat(days.before(day("2026-10-12"), 2)).isEqualTo("2026-10-09");
    }

    @Test
    void between_countsTheLastDay() {
        assertThat(days.between(day("2026-09-29"), day("2026-10-14"))).isEqualTo(7);
        assertThat(days.between(day("2026-10-14"), day("2026-09-29"))).isZero();
    }

    @Test
    void with_aNewNoticeReplacesItsYear() {
        var newer = WorkingDays.load("new.tsv", new StringReader("\ufeff# notice\r\n2027\t01-01/01-05\r\n"));
        var due = days.with(newer).deadline(day("2026-12-31"), 1);
        assertThat(due).isEqualTo(new Deadline(day("2027-01-06"), false));
        assertThat(days.with(newer).isWorkingDay(day("2026-10-10"))).isTrue();
    }

    @Test
    void load_faultNamesFileAndLine() {
        assertThatThrownBy(() -> load("2027\t01-01\n2028\t02-30")).hasMessageStartingWith("own.tsv:2: '02-30'");
        assertThatThrownBy(() -> load("27\t01-01")).hasMessageStartingWith("own.tsv:1: '27'");
        assertThatThrownBy(() -> load("2027\t05-03/05-01")).hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> load("2027\t01-02\t01-02")).hasMessageContaining("both off and worked");
        assertThatThrownBy(() -> load("2027\n2027?")).hasMessageStartingWith("own.tsv:2: the year 2027");
        assertThatThrownBy(() -> load("2027\t\t\t")).hasMessageStartingWith("own.tsv:1: a line is");
    }

    private static WorkingDays load(String table) {
        return WorkingDays.load("own.tsv", new StringReader(table));
    }
}
