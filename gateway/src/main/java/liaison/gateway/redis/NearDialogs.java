package liaison.gateway.redis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import liaison.bot.dialog.Dialogs.Kept;
import liaison.bot.message.Address;

/**
 * The dialogs that were put last, up to so many bytes. Whoever wrote longest ago goes first: talks end, and a cache that keeps
 * what was used often keeps those that have.
 */
final class NearDialogs {
    private final long most;
    private final Map<Address, Kept> kept = new LinkedHashMap<>();
    private long bytes;

    NearDialogs(long most) {
        this.most = most;
    }

    /** Adds what is known of them. */
    synchronized void find(Collection<Address> addresses, Map<Address, Kept> found) {
        for (var address : addresses) {
            var one = kept.get(address);
            if (one != null) {
                found.put(address, one);
            }
        }
    }

    /** Forward only: an earlier dialog changes nothing. */
    synchronized void put(Collection<Kept> dialogs) {
        for (var one : dialogs) {
            var before = kept.get(one.address());
            if (before == null || before.seq() < one.seq()) {
                remove(one.address());
                kept.put(one.address(), one);
                bytes += size(one);
            }
        }
        var eldest = kept.values().iterator();
        while (bytes > most && eldest.hasNext()) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    synchronized void clear() {
        kept.clear();
        bytes = 0;
    }

    private void remove(Address address) {
        var before = kept.remove(address);
        bytes -= before == null ? 0 : size(before);
    }

    private static int size(Kept one) {
        return one.wrappedKey().length + one.dialog().length;
    }
}
