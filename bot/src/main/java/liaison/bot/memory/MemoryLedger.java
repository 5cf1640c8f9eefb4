package liaison.bot.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import liaison.bot.dialog.Ledger;

/** One transaction at a time over the twins that were made with it; what fails is undone step by step. */
public final class MemoryLedger implements Ledger {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

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

    /** How to take back what was just done. */
    void onFailure(Runnable step) {
        undo.push(step);
    }
}
