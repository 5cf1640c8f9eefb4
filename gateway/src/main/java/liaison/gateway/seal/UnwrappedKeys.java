package liaison.gateway.seal;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import liaison.gateway.seal.Aead.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The data keys that one thread unwrapped of late. Those that came first go first: residents come, write for some minutes and
 * are gone, and a cache that keeps what was used often keeps those who have left.
 */
final class UnwrappedKeys {
    private static final int MOST = 20_000;
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();

    private final LongSupplier ticker;
    private final AtomicInteger forgotten;
    private int seen;
    private final Map<Wrapped, Known> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wrapped, Known> eldest) {
            return size() > MOST || isOld(eldest.getValue());
        }
    };

    /** @param forgotten rises whenever a key must be forgotten: which one, only another thread may know */
    UnwrappedKeys(LongSupplier ticker, AtomicInteger forgotten) {
        this.ticker = ticker;
        this.forgotten = forgotten;
        seen = forgotten.get();
    }

    Optional<Keys> find(byte[] wrapped) {
        forget();
        var found = known.get(new Wrapped(wrapped));
        return found == null || isOld(found) ? Optional.empty() : Optional.of(found.keys);
    }

    void put(byte[] wrapped, Keys keys) {
        forget();
        var key = new Wrapped(wrapped.clone());
        known.remove(key);
        known.put(key, new Known(keys, ticker.getAsLong()));
    }

    private void forget() {
        if (seen != forgotten.get()) {
            seen = forgotten.get();
            known.clear();
        }
    }

    private boolean isOld(Known one) {
        return ticker.getAsLong() - one.since > LONGEST;
    }

    private record Known(Keys keys, long since) {
    }

    /** A wrapped key to look up by. */
    private record Wrapped(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Wrapped wrapped && Arrays.equals(bytes, wrapped.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
