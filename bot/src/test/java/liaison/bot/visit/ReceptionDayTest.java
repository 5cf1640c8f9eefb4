package liaison.bot.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.people.Reception;
import org.junit.jupiter.api.Test;

class ReceptionDayTest {
    private static final WorkingDays DAYS = WorkingDays.shipped();
    private static final Reception TUESDAYS = new Reception("S1", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 0), 6);

    private static List<ReceptionDay> next(int count, String now, Reception... receptions) {
        return ReceptionDay.next(count, List.of(receptions), Instant.parse(now), DAYS);
    }

    @Test
    void next_saysHoursAndCapacity() {
        assertThat(next(1, "2026-11-23T02:00:00Z", TUESDAYS)).containsExactly(new ReceptionDay("S1", LocalDate.parse("2026-11-24"),
                Instant.parse("2026-11-24T01:00:00Z"), Instant.parse("2026-11-24T03:00:00Z"), 6));
    }

    @Test
    void next_onceBegunItIsTheFollowingOne() {
        assertThat(next(2, "2026-11-24T01:00:00Z", TUESDAYS)).extracting(ReceptionDay::day)
                .containsExactly(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-08"));
    }

    @Test
    void next_severalPatternsInOrderOneADay() {
        var tenth = new Reception("S1", "每月10日", LocalTime.of(14, 0), LocalTime.of(16, 0), 3);
        var firsts = new Reception("S1", "每月1日", LocalTime.of(8, 0), LocalTime.of(9, 0), 2);
        assertThat(next(4, "2026-11-25T01:00:00Z", TUESDAYS, tenth, firsts)).extracting(day -> day.day() + " " + day.capacity())
                .containsExactly("2026-12-01 2", "2026-12-08 6", "2026-12-10 3", "2026-12-15 6");
    }

    @Test
    void next_withoutReceptionsIsNone() {
        assertThat(next(3, "2026-11-25T01:00:00Z")).isEmpty();
    }
}
