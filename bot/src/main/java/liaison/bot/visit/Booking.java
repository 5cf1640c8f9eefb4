package liaison.bot.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import liaison.bot.message.Address;

/**
 * A resident's place on a station's reception day.
 *
 * @param id unique, made from the resident's address and message
 * @param place 1 to the day's capacity: two residents cannot have the same
 * @param deputy who receives, empty when not settled
 * @param personal {@code topic}; stored sealed
 */
public record Booking(String id, Address address, String station, LocalDate day, int place, Instant from, Instant to, String deputy,
        Map<String, String> personal) {
    /** The personal field of what it is to be about. */
    public static final String TOPIC = "topic";

    public Booking {
        personal = Map.copyOf(personal);
    }
}
