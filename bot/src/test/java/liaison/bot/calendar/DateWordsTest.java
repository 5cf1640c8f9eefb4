package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DateWordsTest {
    private final DateWords words = DateWords.shipped();

    @Test
    void day_isReadAsPeopleWriteIt() {
        assertThat(words.day(LocalDate.parse("2026-12-04"))).isEqualTo("12月4日");
        assertThat(words.dayOfWeek(LocalDate.parse("2026-12-04"))).isEqualTo("12月4日（周五）");
        assertThat(words.moment(Instant.parse("2026-12-04T06:00:00Z"))).isEqualTo("12月4日（周五）14:00");
        assertThat(words.time(Instant.parse("2026-12-04T00:30:00Z"))).isEqualTo("08:30");
    }

    @Test
    void dayOfWeek_anotherYearIsNamed() {
        var today = LocalDate.parse("2026-12-24");
        assertThat(words.dayOfWeek(LocalDate.parse("2027-01-04"), today)).isEqualTo("2027年1月4日（周一）");
        assertThat(words.dayOfWeek(LocalDate.parse("2026-12-31"), today)).isEqualTo("12月31日（周四）");
    }

    @Test
    void formal_isWhatFormsOfOthersTake() {
        assertThat(words.formal(LocalDate.parse("2026-12-04"))).isEqualTo("2026年12月4日");
        assertThat(words.formal(Instant.parse("2026-12-04T00:30:00Z"))).isEqualTo("2026年12月4日 08:30");
    }

    @Test
    void patterns_oneIsMissing() {
        assertThatThrownBy(() -> new DateWords(new Properties())).hasMessageContaining("'day'");
    }
}
