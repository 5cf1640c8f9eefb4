package liaison.gateway;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something soon, on a thread of its own; however often it is woken meanwhile, once more at most. */
final class Waker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("media").factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile Runnable work = () -> {
    };

    /** What is run from now on. */
    void wakes(Runnable work) {
        this.work = work;
    }

    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException ending) {
                LOG.debug("what came while the server ends is done by the next one");
            }
        }
    }

    private void run() {
        woken.set(false);
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("what was sent is fetched the next time: {}", failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }
}
