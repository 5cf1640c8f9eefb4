package liaison.bot.media;

import java.time.Instant;
import java.util.List;

/** What was sent and never became part of a request, as the ledger holds it. */
public interface UnusedMedia {
    /** Gives up what was sent before then and goes with no request; what was given up and is not forgotten yet comes again. */
    List<MediaKey> giveUp(Instant before, int most);

    /** Nothing of it is kept any more; without effect where it was added to a request meanwhile. */
    void forget(MediaKey key);
}
