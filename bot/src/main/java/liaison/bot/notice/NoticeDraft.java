package liaison.bot.notice;

import java.time.Instant;
import java.util.Set;

/**
 * What could be read of a notice that somebody dictated, to be read back before anything is sent.
 *
 * @param startsAt {@link Instant#MAX} when {@link Missing#TIME}
 * @param when the words that say when, as they were written; empty when there are none
 * @param where empty when {@link Missing#PLACE}
 * @param text what remains; empty when {@link Missing#TEXT}
 * @param audience {@code deputies}, {@code staff} or {@code both}; empty when {@link Missing#AUDIENCE}
 * @param mustAttend whether it says that nobody may stay away
 * @param missing what has to be asked: a time is missing, too, when it has passed or is no real day
 */
public record NoticeDraft(Instant startsAt, String when, String where, String text, String audience, boolean mustAttend,
        Set<Missing> missing) {
    public NoticeDraft {
        missing = Set.copyOf(missing);
    }

    /** A part that could not be read. */
    public enum Missing {
        TIME, PLACE, AUDIENCE, TEXT
    }
}
