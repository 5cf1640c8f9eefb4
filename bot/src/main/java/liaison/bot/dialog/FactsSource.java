package liaison.bot.dialog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import liaison.bot.message.Address;

/** Answers wants from the ledger, many at a time, within the caller's transaction where there is one. */
public interface FactsSource {
    /** An answer for each ask; every answer has its want's type and is never null. */
    Map<Ask, Object> read(Collection<Ask> asks);

    /** The answer where it is at hand without a read, as a read would give it; deciding goes on with it at once. */
    default Optional<Object> near(Want<?> want) {
        return Optional.empty();
    }

    /** What is wanted, and for whom. */
    record Ask(Address of, Want<?> want) {
    }
}
