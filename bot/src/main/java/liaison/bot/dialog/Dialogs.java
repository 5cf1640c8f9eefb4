package liaison.bot.dialog;

import java.util.Collection;
import java.util.Map;
import liaison.bot.message.Address;

/**
 * The newest dialogs, near at hand for all nodes. Only a cache: what it answers may be old, ahead or missing, and nothing
 * here ever fails because of it.
 */
public interface Dialogs {
    /** What is kept for these addresses. */
    Map<Address, Kept> get(Collection<Address> addresses);

    /** Keeps dialogs, for other nodes soon; one never replaces a later one. */
    void put(Collection<Kept> kept);

    /** Forgets what turned out to be wrong. */
    void drop(Collection<Address> addresses);

    /** A sealed dialog with what it takes to go on from it. */
    record Kept(Address address, long seq, byte[] wrappedKey, byte[] dialog) {
    }
}
