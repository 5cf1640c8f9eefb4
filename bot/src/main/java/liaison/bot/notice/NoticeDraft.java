package liaison.bot.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What could be read of a notice that somebody dictated, to be read back before anything is sent.
 *
 * @param startsAt {@link Instant#MAX} when {@link Missing#TIME}
 * @param when the words that say when, as they were written; empty when there are none
 * @param where empty when {@link Missing#PLACE}
 * @param text what says more than when, where and who, as it was written; empty when {@link Missing#TEXT}
 * @param topic the longest words of it that do not stand in any notice; may be empty where the text is not
 * @param announced whether it opens with the command to tell people, or addresses them
 * @param audience words with blanks between: {@code deputies}, {@code staff}, {@code deputies:county}, {@code deputy:CODE},
 *     {@code staff:CODE}, and with a minus before it who is left out, maybe alone; a plus when they come to others; or {@code residents} or {@code wide} alone, whom nobody
 *     can write to; empty when {@link Missing#AUDIENCE}
 * @param strangers names that are none of the author's people
 * @param mustAttend whether it says that nobody may stay away
 * @param missing what has to be asked: a time is missing, too, when it has passed or is no real day
 */
public record NoticeDraft(Instant startsAt, String when, String where, String text, String topic, boolean announced, String audience,
        List<String> strangers, boolean mustAttend, Set<Missing> missing) {
    public NoticeDraft {
        strangers = List.copyOf(strangers);
        missing = Set.copyOf(missing);
    }

    /** A part that could not be read. */
    public enum Missing {
        TIME, PLACE, AUDIENCE, TEXT
    }
}
