package liaison.bot.dialog;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** The store of truth, as far as its transactions go. */
public interface Ledger {
    /**
     * Runs work in one transaction; what it throws takes everything back. Where the store asks for it (a deadlock, or a
     * commit whose end is unknown) the work runs again from its start, so it must not keep anything from an earlier run.
     * Throws {@link LedgerUnavailable} when the store cannot be reached.
     */
    <T> T transact(Supplier<T> work);

    /**
     * Stores rows of different addresses with all that goes along, in a transaction of its own and in the quickest way the
     * store has: everything goes in, or nothing.
     *
     * @return false where something was in the way, or what became of it is not known; the caller then transacts, and finds out
     *     whether the rows are in after all
     */
    boolean store(List<Journal.Row> rows, List<Effects.Row> effects, Collection<Effects.Told> told);

    /** Whether anything was stored could not be found out; the same work may be tried again later. */
    final class LedgerUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public LedgerUnavailable(Throwable cause) {
            super("the ledger cannot be reached", cause);
        }
    }

    /** The store refused what was written; trying the same again is of no use. */
    final class RowRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public RowRefused(Throwable cause) {
            super("the ledger refused a row", cause);
        }
    }
}
