package liaison.bot.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import liaison.bot.dialog.Dialogs;
import liaison.bot.message.Address;

/** Dialogs near at hand within one process. */
public final class MemoryDialogs implements Dialogs {
    private final Map<Address, Kept> dialogs = new ConcurrentHashMap<>();

    @Override
    public Map<Address, Kept> get(Collection<Address> addresses) {
        var found = new HashMap<Address, Kept>();
        for (var address : addresses) {
            var kept = dialogs.get(address);
            if (kept != null) {
                found.put(address, kept);
            }
        }
        return found;
    }

    @Override
    public void put(Collection<Kept> kept) {
        kept.forEach(one -> dialogs.merge(one.address(), one, (old, later) -> later.seq() > old.seq() ? later : old));
    }

    @Override
    public void drop(Collection<Address> addresses) {
        addresses.forEach(dialogs::remove);
    }
}
