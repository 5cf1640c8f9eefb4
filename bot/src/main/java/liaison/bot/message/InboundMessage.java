package liaison.bot.message;

import java.util.Map;

/**
 * What somebody sent us. The key tells two messages of one address apart and is the same on every redelivery: the
 * platform's message id, or for events a hash of all their fields, as the channel's adapter defines it.
 */
public sealed interface InboundMessage {
    Address from();

    String key();

    /** By which the platform hands out what was recorded; empty where it hands out nothing. */
    default String mediaId() {
        return "";
    }

    /** Words. May be empty or of any length that the channel lets through. */
    record Text(Address from, String key, String text) implements InboundMessage {
    }

    /** A picture, named by the platform's media id; the URL may be empty. */
    record Image(Address from, String key, String mediaId, String url) implements InboundMessage {
    }

    /** A voice message; recognition is what the platform understood, empty where it gave none. */
    record Voice(Address from, String key, String mediaId, String recognition) implements InboundMessage {
    }

    /** A film, long or short, and its first picture. */
    record Video(Address from, String key, String mediaId, String thumbId) implements InboundMessage {
    }

    /** A file under the name its sender gave it, which may be anything; Official Accounts hand out no media id for it. */
    record File(Address from, String key, String mediaId, String name) implements InboundMessage {
    }

    /** A page that was passed on. Title and description are its author's words, not the sender's. */
    record Link(Address from, String key, String title, String description, String url) implements InboundMessage {
    }

    /** A position in degrees, with the label the sender saw (may be empty). */
    record Location(Address from, String key, double latitude, double longitude, String label) implements InboundMessage {
    }

    /** Something that happened: subscribe, unsubscribe, SCAN, CLICK … with the platform's own fields. */
    record Event(Address from, String key, String name, Map<String, String> fields) implements InboundMessage {
        public Event {
            fields = Map.copyOf(fields);
        }
    }

    /** A type that this version does not read (whatever the platform thinks of next): journalled and acknowledged. */
    record Other(Address from, String key, String type, Map<String, String> fields) implements InboundMessage {
        public Other {
            fields = Map.copyOf(fields);
        }
    }
}
