package liaison.bot.dialog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;

/** The talk with one address as it stands in the journal, opened. */
public interface Transcript {
    /** What follows a number, in order; a row that can no longer be opened has empty words. */
    List<Line> after(Address address, long seq, int limit);

    /** The rows in which these messages came, in order. */
    List<Line> said(Address address, Collection<String> keys);

    /** The highest number of the address, 0 when nothing was said yet. */
    long last(Address address);

    /** The highest numbers of many addresses; those that said nothing are missing. */
    Map<Address, Long> last(Collection<Address> addresses);

    /**
     * One row of the journal.
     *
     * @param kind of the row, as {@link Journal.Row} has it
     * @param key the message key for what came in, empty for what we said of our own accord
     * @param said the resident's words, and of what is no words its name, address or place; empty for what we said of our own accord
     * @param reply what we answered or said
     * @param request number of the request that it filed or touched, or empty
     */
    record Line(long seq, Instant at, String kind, String key, String said, Reply reply, String request) {
    }
}
