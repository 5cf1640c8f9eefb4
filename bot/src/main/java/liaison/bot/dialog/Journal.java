package liaison.bot.dialog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.message.Address;

/**
 * One append-only row per accepted message or word of ours: the inbox, the order, the lock and the transcript of every
 * talk. Its bytes are sealed by whoever calls.
 */
public interface Journal {
    /** The kind of the event by which somebody left an account: nobody can be talked to behind it. */
    String LEFT = "left";
    /** The kind of an event by which a platform tells what became of a message: nobody did anything. */
    String RECEIPT = "receipt";

    /** The last row of each address that has one, with the address's key. */
    Map<Address, Last> last(Collection<Address> addresses);

    /**
     * Appends rows, at most one of an address, within the caller's transaction. A row goes in only behind its predecessor
     * and only while neither its number nor its message key is taken; with number 1 goes the address's key.
     *
     * @return the addresses whose row went in
     */
    Set<Address> append(List<Row> rows);

    /** The rows that hold these message keys, as far as there are any. */
    List<Row> known(Collection<Key> keys);

    /** The rows of an address behind a number, in order. */
    List<Row> after(Address address, long seq, int limit);

    /** The wrapped data key of an address; empty when it has none. */
    byte[] keyOf(Address address);

    /** A message key as look-ups know it. */
    record Key(Address address, KeyHash hash) {
    }

    /** The newest row of an address, as far as the next turn needs it. */
    record Last(long seq, byte[] wrappedKey, byte[] dialog) {
    }

    /**
     * One row.
     *
     * @param inbound whether somebody wrote it to us
     * @param kind text, image, voice, video, file, link, location, event, {@link #LEFT}, {@link #RECEIPT}, other; for our own words what they are about
     * @param request number of the request that it filed or touched, or empty
     * @param book hash of the rule book that decided
     * @param wrappedKey the key that the bytes are sealed with; stored with number 1, otherwise empty when read back
     */
    record Row(Address address, long seq, KeyHash key, boolean inbound, String kind, Instant at, String request, String book,
            byte[] wrappedKey, byte[] message, byte[] reply, byte[] dialog) {
    }
}
