package liaison.bot.people;

import java.util.List;

/** 承办单位: the office that must act on its topics (level 1) within its areas (place codes; empty means everywhere). */
public record HandlingUnit(String code, String name, List<String> topics, List<String> areas) implements Entry {
    public HandlingUnit {
        topics = List.copyOf(topics);
        areas = List.copyOf(areas);
    }
}
