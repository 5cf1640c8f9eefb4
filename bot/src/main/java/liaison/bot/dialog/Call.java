package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import liaison.bot.message.Address;

/**
 * Somebody who needs a person, with the end of the talk.
 *
 * @param at when the staff was last told
 */
public record Call(Instant at, Address address, List<Transcript.Line> lines) {
    /** So many are read at once, none older than {@link #DAYS}. */
    public static final int MOST = 2;
    public static final int DAYS = 7;
    /** So many rows of each talk. */
    public static final int LINES = 6;
    /** How the subjects of outbox entries begin that tell the staff of somebody. */
    public static final String SUBJECT = "alert-";

    public Call {
        lines = List.copyOf(lines);
    }

    /** The end of a talk. */
    public static Call of(Instant at, Address address, Transcript transcript) {
        return new Call(at, address, transcript.after(address, Math.max(0, transcript.last(address) - LINES), LINES));
    }
}
