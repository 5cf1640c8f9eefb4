package liaison.bot.notice;

import java.time.Instant;

/** Reminders as the ledger holds them. */
public interface DueReminders {
    /**
     * Moves due reminders into the outbox, all or nothing; of several of one cause and recipient the latest is said.
     *
     * @param expiresAt after which they are not worth saying any more
     * @return how many were taken; fewer than the limit: nothing else is due
     */
    int sweep(Instant now, Instant expiresAt, int limit);
}
