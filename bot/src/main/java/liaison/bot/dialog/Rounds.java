package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.message.Address;
import org.jspecify.annotations.Nullable;

/**
 * One batch within one transaction. Each round takes the first message that is left of every address: the second one is
 * decided only when the first one's row went in.
 */
final class Rounds {
    /** An address that loses its place this often within one transaction is up against a fault, not against a neighbour. */
    private static final int MOST_ROUNDS = 2_000;

    private final Parts parts;
    private final Map<Address, Dialogs.Kept> near;
    private final Map<Address, Integer> waits;
    private final Deciding deciding;
    private final Rows rows;
    private final Instant now;
    private final Map<Address, Talk> talks = new HashMap<>();
    private final Map<Address, Dialogs.Kept> kept = new LinkedHashMap<>();
    private final Set<Address> stale = new HashSet<>();
    private Collection<Told> untold = List.of();
    private @Nullable Answer[] answers = {};

    Rounds(Parts parts, Map<Address, Dialogs.Kept> near, Map<Address, Integer> waits, boolean shelve) {
        this.parts = parts;
        this.near = near;
        this.waits = waits;
        now = parts.clock().instant();
        deciding = new Deciding(parts, now, shelve);
        rows = new Rows(parts.seals(), now);
    }

    void run(List<Said> batch, Collection<Told> told) {
        untold = told;
        answers = new Answer[batch.size()];
        var left = new TreeMap<Address, Queue<Integer>>();
        for (int i = 0; i < batch.size(); i++) {
            left.computeIfAbsent(batch.get(i).address(), address -> new ArrayDeque<>()).add(i);
        }
        load(left.keySet());
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("a batch does not come to an end");
            }
            round(batch, left, round);
        }
        if (!untold.isEmpty()) {
            write(List.of());
        }
    }

    /** All in one round and one call of the ledger, where every message is of another address; answers whether it went in. */
    boolean single(List<Said> batch, Collection<Told> told) {
        answers = new Answer[batch.size()];
        var addresses = batch.stream().map(Said::address).distinct().toList();
        if (batch.isEmpty() || addresses.size() < batch.size()) {
            return false;
        }
        load(addresses);
        var made = decided(IntStream.range(0, batch.size())
                .mapToObj(i -> new Step(i, batch.get(i), talk(batch.get(i).address()))).toList());
        boolean stored = parts.ledger().store(made.stream().map(Rows.Made::row).toList(),
                made.stream().flatMap(row -> row.effects().stream()).toList(), told);
        if (stored) {
            made.forEach(row -> {
                answers[row.step().index()] = row.answer();
                kept.put(row.address(), row.kept());
            });
        }
        return stored;
    }

    private List<Rows.Made> decided(List<Step> steps) {
        var turns = deciding.decide(steps);
        var made = new ArrayList<Rows.Made>();
        for (int i = 0; i < steps.size(); i++) {
            made.add(rows.make(steps.get(i), turns.get(i)));
        }
        return made;
    }

    private void round(List<Said> batch, Map<Address, Queue<Integer>> left, int round) {
        var now = new ArrayList<Step>();
        left.forEach((address, queue) -> {
            if (waits.getOrDefault(address, 0) <= round) {
                now.add(new Step(queue.element(), batch.get(queue.element()), talk(address)));
            }
        });
        if (now.isEmpty()) {
            // all that are left wait for a later round
            return;
        }
        var made = decided(now);
        var in = parts.journal().append(made.stream().map(Rows.Made::row).toList());
        write(made.stream().filter(row -> in.contains(row.address())).flatMap(row -> row.effects().stream()).toList());
        var out = new ArrayList<Rows.Made>();
        for (var row : made) {
            if (in.contains(row.address())) {
                settle(left, row.step(), row.answer());
                talks.put(row.address(), row.talk());
                kept.put(row.address(), row.kept());
            } else {
                out.add(row);
            }
        }
        if (!out.isEmpty()) {
            notIn(left, out);
        }
    }

    private void write(List<Effects.Row> effects) {
        var failed = effects.isEmpty() && untold.isEmpty() ? Set.<Address>of() : parts.effects().write(effects, untold);
        untold = List.of();
        if (!failed.isEmpty()) {
            throw new Forestalled(failed);
        }
    }

    /** A row that did not go in: its message is known already, or the talk went on elsewhere and is decided again. */
    private void notIn(Map<Address, Queue<Integer>> left, List<Rows.Made> out) {
        var known = new HashMap<Address, Journal.Row>();
        parts.journal().known(out.stream().map(made -> new Journal.Key(made.address(), made.row().key())).toList())
                .forEach(row -> known.put(row.address(), row));
        for (var made : out) {
            var row = known.get(made.address());
            if (row != null) {
                settle(left, made.step(), rows.repeat(row));
            }
        }
        var addresses = out.stream().map(Rows.Made::address).toList();
        addresses.forEach(kept::remove);
        fromJournal(addresses);
        out.stream().filter(made -> talk(made.address()).seq() != made.step().talk().seq()).forEach(made -> stale.add(made.address()));
    }

    private void settle(Map<Address, Queue<Integer>> left, Step step, Answer answer) {
        answers[step.index()] = answer;
        var queue = left.get(step.said().address());
        if (queue != null) {
            queue.remove();
            if (queue.isEmpty()) {
                left.remove(step.said().address());
            }
        }
    }

    private void load(Collection<Address> addresses) {
        var far = new ArrayList<Address>();
        for (var address : addresses) {
            var found = near.get(address);
            if (found == null || !open(address, found.seq(), found.wrappedKey(), found.dialog())) {
                far.add(address);
            }
        }
        if (!far.isEmpty()) {
            fromJournal(far);
        }
    }

    private void fromJournal(Collection<Address> addresses) {
        var last = parts.journal().last(addresses);
        for (var address : addresses) {
            var row = last.get(address);
            if (row == null) {
                talks.put(address, Talk.begin(address));
            } else if (!open(address, row.seq(), row.wrappedKey(), row.dialog())) {
                talks.put(address, new Talk(address, row.seq(), row.wrappedKey(), Dialog.START));
            }
        }
    }

    private boolean open(Address address, long seq, byte[] key, byte[] sealed) {
        try {
            var dialog = Stored.dialog(parts.seals().open(key, Personal.dialog(address, seq), sealed));
            talks.put(address, new Talk(address, seq, key, dialog));
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private Talk talk(Address address) {
        return Objects.requireNonNull(talks.get(address));
    }

    List<Answer> answers() {
        return Arrays.stream(answers).map(Objects::requireNonNull).toList();
    }

    Collection<Dialogs.Kept> kept() {
        return kept.values();
    }

    Set<Address> stale() {
        return stale;
    }

    /** One message that is decided in this round, its place in the batch, and where its talk stands. */
    record Step(int index, Said said, Talk talk) {
    }

    /** Somebody else took what a guarded effect needed: everything is taken back, and these decide later and anew. */
    static final class Forestalled extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Set<Address> addresses;

        Forestalled(Set<Address> addresses) {
            super("guarded effects could not go in", null, false, false);
            this.addresses = Set.copyOf(addresses);
        }

        Set<Address> addresses() {
            return addresses;
        }
    }
}
