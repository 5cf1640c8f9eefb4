package liaison.bot.media;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import liaison.bot.notice.OutboxEntry;

/** What waits to be fetched, as the ledger holds it. */
public interface Fetches {
    /** Takes due rows for a while, by the ledger's own clock, so that no other node has them. */
    List<Taken> take(Instant now, int most, Duration lease);

    /** Settles one row and writes what is told of it, both or nothing; without effect when the lease is no longer held. */
    boolean settle(Result result);

    /**
     * A row under lease.
     *
     * @param attempts how often it was taken, this time included
     * @param wrappedKey its owner's data key; empty when the owner was erased
     */
    record Taken(MediaKey key, MediaKind kind, String mediaId, Instant sentAt, int attempts, String lease, byte[] wrappedKey) {
    }

    /**
     * What became of a row.
     *
     * @param nextDue when a pending one is tried again
     * @param reason a code; empty for what is stored
     * @param kept what lies in the store; {@link Kept#NOTHING} for all others
     * @param told what its sender is told
     */
    record Result(Taken taken, MediaState state, Instant nextDue, String reason, Kept kept, Optional<OutboxEntry> told) {
    }

    /**
     * What lies in the store.
     *
     * @param size bytes before they were sealed
     * @param sha256 of the sealed bytes
     */
    record Kept(String type, int size, byte[] sha256) {
        public static final Kept NOTHING = new Kept("", 0, new byte[0]);
    }
}
