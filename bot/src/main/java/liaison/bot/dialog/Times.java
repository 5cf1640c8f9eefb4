package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.Deadline;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.WorkingDays;

/**
 * The clocks that a book promises by.
 *
 * @param answerWithin working days until a request is answered
 */
public record Times(WorkingDays workingDays, DateWords words, int answerWithin) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    Deadline answerBy(Instant filed) {
        return workingDays.deadline(filed, answerWithin);
    }

    /** The morning of the working day before the last one. */
    Instant dayBefore(Deadline deadline) {
        return Shanghai.at(workingDays.before(deadline.day(), 1), MORNING);
    }

    static Instant half(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }
}
