package liaison.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;

/** What waits to be said, as the ledger holds it. */
public interface Outbox {
    /** Until an entry to somebody who is bound nowhere is looked at again; a ledger may let it wait so long from its start. */
    Duration UNBOUND = Duration.ofMinutes(5);

    /**
     * Takes due entries for a while, by the ledger's own clock, so that no other node has them.
     *
     * @param except accounts to whose addresses nothing is taken; who a deputy or a clerk is reached by is not known here
     */
    List<Taken> take(Instant now, int most, Duration lease, Set<Channel> except);

    default List<Taken> take(Instant now, int most, Duration lease) {
        return take(now, most, lease, Set.of());
    }

    /** Records how attempts go out before they are made, and leases anew; answers those that are still the caller's. */
    List<Attempt> begin(Collection<Attempt> attempts, Duration lease);

    /** Settles what was taken; a result counts only while its lease is held. */
    void settle(Collection<Result> results);

    /**
     * Opens again what a platform took and then did not show, as it told later: by the way it went out it is not tried again, for good or,
     * where the platform failed, for as long as that may know its key.
     *
     * @return why, and by which account, one for each entry
     */
    List<Unshown> reopen();

    /** How long the oldest entry that is held up has been due, from its first time on; zero when there is none. */
    Duration oldest(Instant now);

    /**
     * An entry under lease.
     *
     * @param attempts how often it was taken, this time included
     * @param way how an attempt went out whose end nobody saw, empty when there is none
     * @param since time since the first such attempt, by the ledger's clock
     * @param refused ways by which it was taken and not shown
     * @param heldUp for how long something of ours has held it up, from when it was due; zero when nothing does
     */
    record Taken(OutboxEntry entry, String lease, int attempts, String way, Duration since, Set<String> refused, Duration heldUp) {
        public Taken {
            refused = Set.copyOf(refused);
        }
    }

    /** What was taken and not shown. */
    record Unshown(Channel account, String reason) {
        /** The platform itself failed, so that the same way may do later. */
        public static final String FAILED = "failed:system failed";
        /** For so long the platform may take a repeat for what it has shown already. */
        public static final Duration KEY_LIVES = Duration.ofMinutes(10);
    }

    /** What is about to be sent, and how. */
    record Attempt(Taken taken, String way) {
    }

    /**
     * What became of an entry.
     *
     * @param state sent, failed, expired, cancelled, unknown, or pending for another try
     * @param nextDue when a pending one is tried again
     * @param way how it went out; of a pending one: how an attempt went out whose end nobody saw
     * @param reason the platform's code, or empty
     * @param hold why a pending one waits
     * @param awaits of one that is kept: the addresses whose next message opens a way
     * @param triedAt when that was looked at; a message that came since is a next one
     * @param receipt of one that was sent: under which the platform tells whether it was shown, or empty
     */
    record Result(OutboxEntry entry, String lease, State state, Instant nextDue, String way, String reason, Hold hold,
            List<Address> awaits, Instant triedAt, String receipt) {
        public Result {
            awaits = List.copyOf(awaits);
        }

        /** Nobody's message is waited for. */
        public Result(OutboxEntry entry, String lease, State state, Instant nextDue, String way, String reason, Hold hold) {
            this(entry, lease, state, nextDue, way, reason, hold, List.of(), Instant.EPOCH, "");
        }

        public Result(OutboxEntry entry, String lease, State state, Instant nextDue, String way, String reason) {
            this(entry, lease, state, nextDue, way, reason, Hold.TRIED);
        }
    }

    /** Why an entry is not sent yet. */
    enum Hold {
        /** A try failed. */
        TRIED,
        /** No try was made, since every one would fail alike: it counts for no attempt. */
        BLOCKED,
        /** Its time or its person is waited for: it is not held up by anything. */
        KEPT
    }

    /** Exported in lower case. */
    enum State {
        PENDING, SENT, FAILED, EXPIRED, CANCELLED, UNKNOWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
