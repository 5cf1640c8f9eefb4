package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaKind;
import liaison.bot.message.Address;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.visit.Booking;

/**
 * One row that a turn writes. Codes and times are stored in clear; {@link #personal()} is stored sealed and nowhere else.
 * A guarded effect is a precondition too: where its row cannot go in, the turn is decided again with new facts.
 */
public sealed interface Effect {
    /** What only the owner's key opens; empty where there is nothing personal. */
    default Map<String, String> personal() {
        return Map.of();
    }

    /** A request with its first event; the number is a placeholder until it is written. */
    record File(ServiceRequest request) implements Effect {
        @Override
        public Map<String, String> personal() {
            return request.personal();
        }
    }

    /** A step of a request; guarded by its version n. */
    record Step(RequestEvent event) implements Effect {
        @Override
        public Map<String, String> personal() {
            return event.personal();
        }
    }

    record Remind(Reminder reminder) implements Effect {
    }

    record Tell(OutboxEntry entry) implements Effect {
        @Override
        public Map<String, String> personal() {
            return entry.facts();
        }
    }

    /** The cause is gone: its reminders and what waits in the outbox about it are cancelled; of an answer, the rest that follows it. */
    record Drop(Address owner, String causeKind, String causeKey) implements Effect {
    }

    /** A place on a reception day; guarded by the day's capacity. */
    record Book(Booking booking) implements Effect {
        @Override
        public Map<String, String> personal() {
            return booking.personal();
        }
    }

    /** Gives a booked place back; guarded by its being booked. */
    record Unbook(Address owner, String id) implements Effect {
    }

    /** Binds an address to a person by a one-time code; guarded by the code's being unused. */
    record Bind(Address address, Person person, String code) implements Effect {
    }

    /** A confirmed broadcast with its recipients, frozen as rows; each gets one entry of the outbox. */
    record Announce(Broadcast broadcast, List<Person> recipients, List<OutboxEntry> entries) implements Effect {
        public Announce {
            recipients = List.copyOf(recipients);
            entries = List.copyOf(entries);
        }

        /** Sealed with the key of the address it was written from. */
        @Override
        public Map<String, String> personal() {
            return Map.of("text", broadcast.text(), "when", broadcast.when(), "where", broadcast.where());
        }
    }

    /** What a recipient says to a broadcast, {@code attend} or {@code leave}; the last answer counts. */
    record Rsvp(String broadcast, Person recipient, String answer) implements Effect {
    }

    /** Stops a broadcast: what was not sent yet is cancelled. */
    record Halt(String broadcast, Person by) implements Effect {
    }

    /** Something came with the message that the platform keeps for three days: it is fetched at once. */
    record Fetch(Address address, MediaKind kind, String mediaId, Instant sentAt) implements Effect {
    }

    /** What was sent under these media ids belongs to a request of the sender. */
    record Attach(Address owner, String number, List<String> mediaIds) implements Effect {
        public Attach {
            mediaIds = List.copyOf(mediaIds);
        }
    }

    /**
     * Lets whoever has the token see something for a while.
     *
     * @param token a placeholder until it is written
     * @param person who asked
     * @param request the number under which the person may see it, empty for a talk that staff was told of
     */
    record Link(String token, Person person, MediaKey medium, String request, Instant until) implements Effect {
    }

    /** The station that the address last had to do with, where no request of the same turn says so. */
    record Belong(Address address, String station) implements Effect {
    }

    /** The platform told that it did not show the address what it had taken under a receipt. */
    record Unshown(Address address, String receipt, String reason) implements Effect {
    }

    /** The message could not be decided or written: staff reads, replays or closes it. */
    record Shelve(Address address, String reason) implements Effect {
    }
}
