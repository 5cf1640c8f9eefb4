package liaison.bot.notice;

import java.time.Duration;
import java.time.Instant;

/** Turns reminders that are due into messages that wait to be sent. */
public final class Reminders {
    private static final int AT_A_TIME = 1000;
    /** A reminder that found no way for so long helps nobody; an overdue case is seen in the lists. */
    public static final Duration WORTH_SAYING = Duration.ofDays(3);

    private final DueReminders due;

    public Reminders(DueReminders due) {
        this.due = due;
    }

    /** Moves all that are due; answers how many. */
    public int due(Instant now) {
        int all = 0;
        for (int moved = AT_A_TIME; moved >= AT_A_TIME && !Thread.currentThread().isInterrupted();) {
            moved = due.sweep(now, now.plus(WORTH_SAYING), AT_A_TIME);
            all += moved;
        }
        return all;
    }
}
