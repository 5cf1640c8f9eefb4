package liaison.bot.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** What work costs the thread that does it: the processor's time, which grows with the work and not with whatever runs beside it. */
public final class Effort {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Effort() {
    }

    /** The processor time of one run of some work, which the calling thread does alone. */
    public static Duration of(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }
}
