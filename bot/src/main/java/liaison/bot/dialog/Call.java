package liaison.bot.dialog;

import java.time.Duration;
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
    /** So long staff is to be told of somebody: an entry expires then, however often it was put off. */
    public static final Duration WORTH_TELLING = Duration.ofHours(24);
    /** How the subjects of outbox entries begin that tell the staff of somebody. */
    public static final String SUBJECT = "alert-";

    public Call {
        lines = List.copyOf(lines);
    }

    /**
     * Some of them.
     *
     * @param total how many there are; unknown, and none, where none of them is here
     */
    public record Page(int total, List<Call> calls) {
        public Page {
            calls = List.copyOf(calls);
        }
    }

    /** The end of a talk. */
    public static Call of(Instant at, Address address, Transcript transcript) {
        return new Call(at, address, transcript.after(address, Math.max(0, transcript.last(address) - LINES), LINES));
    }
}
