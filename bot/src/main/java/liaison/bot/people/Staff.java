package liaison.bot.people;

import java.util.List;
import liaison.bot.message.Address;

/** A clerk or head of stations. */
public record Staff(String code, String name, Role role, List<String> stations, List<Address> addresses) implements Entry {
    public Staff {
        stations = List.copyOf(stations);
        addresses = List.copyOf(addresses);
    }

    /** The name used in files is the lower-case one. */
    public enum Role {
        CLERK, HEAD
    }
}
