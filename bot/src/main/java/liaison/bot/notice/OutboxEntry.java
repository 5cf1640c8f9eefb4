package liaison.bot.notice;

import java.time.Instant;
import java.util.Map;

/**
 * Something to be said outside a passive reply. Its key is (owner, kind, subject, recipient, occurrence): a second entry
 * under the same key is the same entry.
 *
 * @param owner the cause's address; for notices the recipient
 * @param kind {@code reply}, {@code request}, {@code reminder}, {@code visit} or {@code notice}
 * @param subject what it is about: a request's number, address:seq, a booking's id, a broadcast's id
 * @param recipient an address, {@code deputy:CODE}, {@code staff:CODE}, or {@code head:STATION}
 * @param expiresAt after which it is not worth saying
 * @param facts what the words are made from when it is sent; stored sealed
 */
public record OutboxEntry(String owner, String kind, String subject, String recipient, String occurrence, Instant dueAt,
        Instant expiresAt, Map<String, String> facts) {
    private static final String WHOLE = "1";

    public OutboxEntry {
        facts = Map.copyOf(facts);
    }

    /** What did not fit into an answer and follows it, in words that nothing else says. */
    public boolean isRest() {
        return kind.equals("reply") && recipient.equals(owner) && !occurrence.equals(WHOLE);
    }

    /** The five parts in their order, a line each. */
    public String key() {
        return String.join("\n", owner, kind, subject, recipient, occurrence);
    }

    /** What the other side knows it by, the same on every attempt: 32 hexadecimal digits of a hash of the key. */
    public String hash() {
        return Hash.of(key());
    }
}
