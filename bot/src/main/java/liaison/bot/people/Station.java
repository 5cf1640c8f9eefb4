package liaison.bot.people;

import java.util.List;

/** 人大代表联络站. Areas are codes of the places it serves, each with all that lies in it; home may be empty. */
public record Station(String code, String home, String name, String address, String phone, List<String> areas) implements Entry {
    public Station {
        areas = List.copyOf(areas);
    }
}
