package liaison.bot.memory;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import liaison.bot.request.Numbers;

/** Numbers of one process. */
public final class MemoryNumbers implements Numbers {
    private final Map<LocalDate, Integer> last = new ConcurrentHashMap<>();

    @Override
    public String next(LocalDate day) {
        return Numbers.format(day, last.merge(day, 1, Integer::sum));
    }
}
