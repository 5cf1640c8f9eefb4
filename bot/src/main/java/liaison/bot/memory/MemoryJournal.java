package liaison.bot.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import liaison.bot.dialog.Journal;
import liaison.bot.message.Address;

/** A journal that ends with its process. */
public final class MemoryJournal implements Journal {
    private static final byte[] NOTHING = {};

    private final MemoryLedger ledger;
    private final Map<Address, List<Row>> rows = new ConcurrentHashMap<>();
    private final Map<Key, Row> byKey = new ConcurrentHashMap<>();

    public MemoryJournal(MemoryLedger ledger) {
        this.ledger = ledger;
        ledger.journal = this;
    }

    @Override
    public Map<Address, Last> last(Collection<Address> addresses) {
        var last = new HashMap<Address, Last>();
        for (var address : addresses) {
            var talk = of(address);
            if (!talk.isEmpty()) {
                last.put(address, new Last(talk.size(), keyOf(address), talk.getLast().dialog()));
            }
        }
        return last;
    }

    @Override
    public Set<Address> append(List<Row> added) {
        var in = new HashSet<Address>();
        for (var row : added) {
            var talk = rows.computeIfAbsent(row.address(), address -> new ArrayList<>());
            var key = new Key(row.address(), row.key());
            if (row.seq() == talk.size() + 1 && byKey.putIfAbsent(key, row) == null) {
                talk.add(row);
                in.add(row.address());
                ledger.onFailure(() -> {
                    talk.removeLast();
                    byKey.remove(key);
                });
            }
        }
        return in;
    }

    @Override
    public List<Row> known(Collection<Key> keys) {
        return keys.stream().distinct().filter(byKey::containsKey).map(byKey::get)
                .map(row -> withKey(row, keyOf(row.address()))).toList();
    }

    @Override
    public List<Row> after(Address address, long seq, int limit) {
        byte[] key = keyOf(address);
        return List.copyOf(of(address)).stream().filter(row -> row.seq() > seq).limit(limit).map(row -> withKey(row, key)).toList();
    }

    @Override
    public byte[] keyOf(Address address) {
        var talk = of(address);
        return talk.isEmpty() ? NOTHING : talk.getFirst().wrappedKey();
    }

    private List<Row> of(Address address) {
        return rows.getOrDefault(address, List.of());
    }

    private static Row withKey(Row row, byte[] key) {
        return new Row(row.address(), row.seq(), row.key(), row.inbound(), row.kind(), row.at(), row.request(), row.book(), key,
                row.message(), row.reply(), row.dialog());
    }
}
