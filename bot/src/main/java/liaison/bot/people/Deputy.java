package liaison.bot.people;

import java.time.LocalDate;
import java.util.List;
import liaison.bot.message.Address;

/**
 * A people's congress deputy. Only what is public, and where the person is already known.
 *
 * @param electoralUnit code, may be empty
 * @param topics level-1 topics the deputy takes; empty means all
 * @param absentFrom first day away; {@link LocalDate#MAX} when none is set
 * @param absentTo last day away; {@link LocalDate#MAX} when open
 */
public record Deputy(String code, String name, Level level, List<String> stations, String electoralUnit, List<String> topics,
        List<Address> addresses, LocalDate absentFrom, LocalDate absentTo) implements Entry {
    public Deputy {
        stations = List.copyOf(stations);
        topics = List.copyOf(topics);
        addresses = List.copyOf(addresses);
    }

    public boolean isAvailableOn(LocalDate day) {
        return day.isBefore(absentFrom) || day.isAfter(absentTo);
    }

    /** Whether the deputy takes cases of the topic; an empty list takes all. */
    public boolean takes(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }
}
