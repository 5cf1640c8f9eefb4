package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of sends that never end by themselves. */
final class MemoryCounts implements SendCounts {
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();

    @Override
    public boolean take(String key, int most, Duration lasts) {
        return sent.compute(key, (same, n) -> n == null ? 1 : Math.min(most + 1, n + 1)) <= most;
    }

    @Override
    public void giveBack(String key) {
        sent.computeIfPresent(key, (same, n) -> Math.max(0, n - 1));
    }

    @Override
    public void close(String key, Duration lasts) {
        sent.put(key, Integer.MAX_VALUE - 1);
    }
}
