package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T20:59:59, 2026-11-23T20:59:59", "2026-11-23T21:00:00, 2026-11-24T08:00:00",
            "2026-11-23T23:59:59, 2026-11-24T08:00:00", "2026-11-24T00:00:00, 2026-11-24T08:00:00",
            "2026-11-24T07:59:59, 2026-11-24T08:00:00", "2026-11-24T08:00:00, 2026-11-24T08:00:00"})
    void next_nightWaitsForTheMorning(String wanted, String sent) {
        assertThat(QuietHours.NIGHT.next(at(wanted))).isEqualTo(at(sent));
        assertThat(QuietHours.NIGHT.isQuiet(at(wanted))).isEqualTo(!wanted.equals(sent));
    }

    @Test
    void next_hoursWithinOneDay() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.next(at("2026-11-23T13:00:00"))).isEqualTo(at("2026-11-23T14:00:00"));
        assertThat(noon.next(at("2026-11-23T23:00:00"))).isEqualTo(at("2026-11-23T23:00:00"));
    }

    @Test
    void next_noneAtAll() {
        var none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        assertThat(none.next(at("2026-11-23T12:00:00"))).isEqualTo(at("2026-11-23T12:00:00"));
    }
}
