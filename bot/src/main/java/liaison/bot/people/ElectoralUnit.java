package liaison.bot.people;

import java.util.List;

/** 选区 or 选举单位: who elected a deputy; areas are place codes. */
public record ElectoralUnit(String code, String name, Level level, List<String> areas) implements Entry {
    public ElectoralUnit {
        areas = List.copyOf(areas);
    }
}
