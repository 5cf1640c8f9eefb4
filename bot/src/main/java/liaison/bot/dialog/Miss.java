package liaison.bot.dialog;

import java.time.Instant;
import liaison.bot.notice.Outbox;

/**
 * Something that nobody could be told so far, with everything alike that ended in the same way.
 *
 * @param kind as outbox entries have it, or {@link #ALERT}
 * @param number of the request it was about, of an alert the name of its text, or empty
 * @param recipient who was to be told; empty for a notice, which was for many
 * @param state failed, expired or unknown; pending for what waits for somebody who is known at no address
 * @param reason the platform's code, or what else was in the way
 * @param count how many of them
 * @param since when the first of them was to be told, or ended
 */
public record Miss(String kind, String number, String recipient, Outbox.State state, String reason, int count, Instant since) {
    /** Something that staff was to be told of a resident. */
    public static final String ALERT = "alert";
    /** So many are read at once, the newest first, none that ended more than {@link #DAYS} ago. */
    public static final int MOST = 20;
    public static final int DAYS = 7;
}
