package liaison.gateway.wechat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Counts as several nodes of one test share them; what is used up stays so until the next day. */
final class MemoryQuotas implements QuotaStore {
    private final Map<Call, Long> counts = new ConcurrentHashMap<>();
    private final Map<Call, Duration> usedUp = new ConcurrentHashMap<>();

    @Override
    public OptionalLong count(String account, String call, LocalDate day) {
        var key = new Call(account, call, day);
        return usedUp.containsKey(key) ? OptionalLong.empty() : OptionalLong.of(counts.merge(key, 1L, Long::sum));
    }

    @Override
    public void usedUp(String account, String call, LocalDate day, Duration rest) {
        usedUp.put(new Call(account, call, day), rest);
    }

    @Override
    public Duration rest(String account, String call, LocalDate day) {
        return usedUp.getOrDefault(new Call(account, call, day), Duration.ZERO);
    }

    @Override
    public void again(String account, String call, LocalDate day) {
        usedUp.remove(new Call(account, call, day));
    }

    @Override
    public Map<String, Long> counts(String account, LocalDate day) {
        return counts.entrySet().stream().filter(one -> one.getKey().account.equals(account) && one.getKey().day.equals(day))
                .collect(Collectors.toMap(one -> one.getKey().call, Map.Entry::getValue));
    }

    private record Call(String account, String call, LocalDate day) {
    }
}
