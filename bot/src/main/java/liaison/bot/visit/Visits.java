package liaison.bot.visit;

import java.util.Optional;
import liaison.bot.message.Address;

/** Booked visits as the ledger holds them. */
public interface Visits {
    /** A visit of an address that is still booked, with its personal fields as far as its key is there. */
    Optional<Booking> visit(Address address, String id);
}
