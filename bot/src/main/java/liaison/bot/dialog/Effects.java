package liaison.bot.dialog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import liaison.bot.message.Address;

/** Writes what turns decided, within the transaction of the journal rows that caused it. */
public interface Effects {
    /**
     * Writes the effects of many turns.
     *
     * @param told confirmations that were seen to leave: they need no second telling and are taken back from the outbox
     * @return the addresses whose guarded effects could not go in; the caller then takes the whole round back
     */
    Set<Address> write(List<Row> rows, Collection<Told> told);

    /** The journal row whose reply was seen to leave. */
    record Told(Address address, long seq) {
    }

    /**
     * One effect of one journal row.
     *
     * @param seq number of the journal row
     * @param sealed the effect's personal fields, empty where it has none
     */
    record Row(Address address, long seq, Effect effect, byte[] sealed) {
        /** Whose rows these are, in their order. */
        public static List<Address> addresses(List<Row> rows) {
            return rows.stream().map(Row::address).toList();
        }
    }
}
