package liaison.bot.dialog;

import java.util.Collection;
import java.util.Map;
import liaison.bot.message.Address;

/** Answers wants from the ledger, many at a time, within the caller's transaction where there is one. */
public interface FactsSource {
    /** An answer for each ask; every answer has its want's type and is never null. */
    Map<Ask, Object> read(Collection<Ask> asks);

    /** What is wanted, and for whom. */
    record Ask(Address of, Want<?> want) {
    }
}
