package liaison.bot.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import liaison.bot.calendar.WorkingDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionPatternTest {
    private static final WorkingDays DAYS = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"每周二 | 2026-11-24 | 2026-11-24 2026-12-01 2026-12-08",
            "每周二、四 | 2026-11-25 | 2026-11-26 2026-12-01 2026-12-03", "每星期一和星期三 | 2026-11-25 | 2026-11-25 2026-11-30 2026-12-02",
            "每月10日 | 2026-11-10 | 2026-11-10 2026-12-10 2027-01-11", "每月１０号，２０号 | 2026-11-11 | 2026-11-20 2026-12-10 2026-12-21",
            "单月15日 | 2026-08-01 | 2026-09-15 2026-11-16 2027-01-15", "双月15日 | 2026-07-01 | 2026-08-17 2026-10-15 2026-12-15",
            "每月第一个周三 | 2026-11-05 | 2026-12-02 2027-01-06 2027-02-03", "每月最后一个星期五 | 2026-11-05 | 2026-11-27 2026-12-25 2027-01-29",
            "每月31日 | 2026-11-03 | 2026-11-30 2026-12-31 2027-02-01", "每周六 | 2026-11-25 | 2026-11-28 2026-12-05 2026-12-12",
            "每周一、单月十五日 | 2026-11-10 | 2026-11-16 2026-11-23 2026-11-30"})
    void next_threeDays(String pattern, LocalDate from, String days) {
        assertThat(ReceptionPattern.parse(pattern).next(3, from, DAYS))
                .isEqualTo(Arrays.stream(days.split(" ", -1)).map(LocalDate::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({"每周四, 2026-10-01, 2026-10-08", "每月1日, 2026-10-02, 2026-10-08", "每周六, 2026-10-03, 2026-10-08",
            "每周五、六, 2027-01-01, 2027-01-02",
            "每周二, 2026-02-17, 2026-02-24", "每月10日, 2026-10-10, 2026-10-10"})
    void next_holidayMovesToTheNextWorkingDay(String pattern, LocalDate from, LocalDate held) {
        assertThat(ReceptionPattern.parse(pattern).next(1, from, DAYS)).containsExactly(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "每周", "周二", "每周八", "每月", "每月0日", "每月32日", "每月10", "每月第六个周三", "每月第一周三", "每周二四", "每两周周三", "每月10日、", "随时"})
    void parse_faultNamesThePattern(String pattern) {
        assertThatThrownBy(() -> ReceptionPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + pattern + "'");
    }
}
