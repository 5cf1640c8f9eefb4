package liaison.bot.request;

import java.util.Optional;
import liaison.bot.message.Address;

/** Requests as the ledger holds them. */
public interface ServiceRequests {
    /** A request of an address, without its personal fields. */
    Optional<ServiceRequest> find(Address address, String number);
}
