package liaison.bot.people;

import java.time.LocalTime;

/**
 * When a station receives residents.
 *
 * @param pattern 每周二, 每月10日 or 单月15日, as the file has it
 * @param capacity residents a day, at least 1
 */
public record Reception(String station, String pattern, LocalTime from, LocalTime to, int capacity) implements Entry {
    public Reception {
        if (capacity < 1 || !from.isBefore(to)) {
            throw new IllegalArgumentException("a reception day has a capacity of at least 1 and ends after it begins");
        }
    }
}
