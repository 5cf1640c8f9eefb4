package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import liaison.bot.notice.Outbox;

/**
 * Something that nobody could be told so far, with everything alike that ended in the same way.
 *
 * @param kind as outbox entries have it, or {@link #ALERT}
 * @param number of the request it was about, of an alert the name of its text, of a notice its words, or empty
 * @param recipient who was to be told
 * @param state failed, expired or unknown; pending for what waits for somebody who is known at no address
 * @param reason the platform's code, or what else was in the way
 * @param count how many of them
 * @param since when the first of them was to be told, or ended
 */
public record Miss(String kind, String number, String recipient, Outbox.State state, String reason, int count, Instant since) {
    /** Something that staff was to be told of a resident. */
    public static final String ALERT = "alert";
    /** So many are read at once, notices behind the others, the newest first, none that ended more than {@link #DAYS} ago. */
    public static final int MOST = 10;
    public static final int DAYS = 7;

    /**
     * Some of them.
     *
     * @param total how many there are; unknown, and none, where none of them is here
     */
    public record Page(int total, List<Miss> misses) {
        public Page {
            misses = List.copyOf(misses);
        }
    }
}
