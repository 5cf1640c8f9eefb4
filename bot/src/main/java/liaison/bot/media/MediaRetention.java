package liaison.bot.media;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what was sent and never filed: first its content, then what is known of it, so that nothing is left behind by a crash. */
public final class MediaRetention {
    /** Longer than a draft or a call for a person keeps it in use. */
    public static final Duration KEPT = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(MediaRetention.class);
    private static final int BATCH = 64;

    private final UnusedMedia unused;
    private final MediaStore store;
    private final Clock clock;

    public MediaRetention(UnusedMedia unused, MediaStore store, Clock clock) {
        this.unused = unused;
        this.store = store;
        this.clock = clock;
    }

    /** Removes what is old enough; answers how many. What fails comes again with the next run. */
    public int run() {
        int all = 0;
        int removed = BATCH;
        while (removed == BATCH && !Thread.currentThread().isInterrupted()) {
            removed = removed();
            all += removed;
        }
        if (all > 0) {
            LOG.info("{} things that were sent and never filed are removed after {} days", all, KEPT.toDays());
        }
        return all;
    }

    private int removed() {
        int removed = 0;
        for (var key : unused.giveUp(clock.instant().minus(KEPT), BATCH)) {
            try {
                store.remove(key);
                unused.forget(key);
                removed++;
            } catch (RuntimeException failure) {
                LOG.warn("what was sent to {} and never filed could not be removed and is tried again: {}", key.address().channel(),
                        failure.getClass().getName());
            }
        }
        return removed;
    }
}
