package liaison.bot.memory;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.dialog.Journal;
import liaison.bot.dialog.Ledger;
import org.jspecify.annotations.Nullable;

/** One transaction at a time over the twins that were made with it; what fails is undone step by step. */
public final class MemoryLedger implements Ledger {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    /** The twins that were made with it last. */
    @Nullable MemoryJournal journal;
    @Nullable MemoryEffects effects;

    @Override
    public <T> T transact(Supplier<T> work) {
        lock.lock();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            while (!done && !undo.isEmpty()) {
                undo.pop().run();
            }
            undo.clear();
            lock.unlock();
        }
    }

    @Override
    public boolean store(List<Journal.Row> rows, List<Effects.Row> effects, Collection<Told> told) {
        var journal = Objects.requireNonNull(this.journal, "a journal of this ledger");
        var written = Objects.requireNonNull(this.effects, "effects of this ledger");
        try {
            return transact(() -> {
                if (journal.append(rows).size() < rows.size() || !written.write(effects, told).isEmpty()) {
                    throw new InTheWay();
                }
                return true;
            });
        } catch (InTheWay inTheWay) {
            return false;
        }
    }

    /** How to take back what was just done. */
    void onFailure(Runnable step) {
        undo.push(step);
    }

    private static final class InTheWay extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
