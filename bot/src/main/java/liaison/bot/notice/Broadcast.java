package liaison.bot.notice;

import java.time.Instant;
import java.util.List;
import liaison.bot.people.Person;

/**
 * One text to many people: who they are is settled when it is confirmed.
 *
 * @param id unique, made from the author's address and message
 * @param approvedBy who let it go, empty where nobody had to
 * @param stations codes of the stations it is from
 * @param audience who of those stations, as {@link NoticeDraft#audience()}
 * @param when as the author wrote it, or as it was read back
 * @param startsAt when what it announces begins; {@link Instant#MAX} when it names no time
 * @param where may be empty
 */
public record Broadcast(String id, Person author, String approvedBy, List<String> stations, String audience, String text, String when,
        Instant startsAt, String where, Instant createdAt) {
    public Broadcast {
        stations = List.copyOf(stations);
    }

    /**
     * How the recipients stand; the first seven add up to them, and those who answered are among them.
     *
     * @param unbound who are reached nowhere, while it waits for them and when it has waited in vain
     */
    public record Tally(int pending, int sent, int failed, int expired, int cancelled, int unknown, int unbound, int attending,
            int onLeave) {
        public int recipients() {
            return pending + sent + failed + expired + cancelled + unknown + unbound;
        }
    }
}
