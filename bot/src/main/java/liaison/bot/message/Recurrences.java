package liaison.bot.message;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Keeps a log readable while something goes on going wrong: the first time is said at once, then one a minute with how often it happened. */
public final class Recurrences {
    private static final long AGAIN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Last> said = new ConcurrentHashMap<>();

    public Recurrences() {
        this(System::nanoTime);
    }

    Recurrences(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * It happened once more.
     *
     * @param what of a bounded number of things
     * @param line says it, if it is to be said now; its argument ends the line with how often, and is empty for the first time
     */
    public void happened(String what, Consumer<String> line) {
        long now = nanos.getAsLong();
        var times = new AtomicLong();
        said.compute(what, (same, last) -> {
            if (last != null && now - last.at < AGAIN) {
                return new Last(last.at, last.unsaid + 1);
            }
            times.set(last == null ? 1 : last.unsaid + 1);
            return new Last(now, 0);
        });
        if (times.get() > 0) {
            line.accept(times.get() == 1 ? "" : " (" + times + " times since this was last said)");
        }
    }

    private record Last(long at, long unsaid) {
    }
}
