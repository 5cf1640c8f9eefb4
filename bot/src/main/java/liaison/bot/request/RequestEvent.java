package liaison.bot.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import liaison.bot.message.Address;

/**
 * One step of a request. The number n is its version: two who step at once cannot both have it.
 *
 * @param n 1 for filing, then without gaps
 * @param kind {@code filed}, {@code added}, {@code urged}, {@code withdrawn} …; {@link #MERGED}
 * @param actor an address, {@code deputy:CODE} or {@code staff:CODE}
 * @param status the request's status after the step
 * @param personal {@code note}, {@code corrected}, {@code contact}; stored sealed
 */
public record RequestEvent(Address address, String number, int n, String kind, String actor, Status status, Instant at, String reason,
        Map<String, String> personal) {
    /** Joined to the request whose number is the reason; guarded by that one being open. */
    public static final String MERGED = "merged";
    /** A clerk says what it is about; the reason is the topic and the unit, TOPIC/UNIT. */
    public static final String RETOPIC = "retopic";

    /** Its holder says that he takes it on; the status is the desk's to change. */
    public static final String TAKEN = "taken";
    /** Its holder hands it back; a clerk gives it to somebody else. */
    public static final String DECLINED = "declined";
    /** Its holder asks for more time; the deadline stands until a clerk grants it. */
    public static final String EXTENSION = "extension";

    /** Its resident takes it back. */
    public static final String WITHDRAWN = "withdrawn";

    /** Its resident puts something right; the words stand in a personal field of the same name. */
    public static final String CORRECTED = "corrected";
    /** The personal field of what its resident adds. */
    public static final String NOTE = "note";

    /** Its resident adds to it; the words stand in {@link #NOTE}. */
    public static final String ADDED = "added";
    /** Its resident asks how long it will take yet. */
    public static final String URGED = "urged";
    /** A clerk asks its holder to be quick. */
    public static final String HURRIED = "hurried";
    /** Its resident says how well it was done; the words stand in {@link #NOTE}. */
    public static final String RATED = "rated";
    /** The steps that somebody is told of: for each the book has a letter and a note. */
    public static final Set<String> TOLD = Set.of(ADDED, URGED, HURRIED, RATED, CORRECTED, WITHDRAWN, TAKEN, DECLINED, EXTENSION);

    /** How long somebody is to be told of a step, who could not be told at once. */
    public static final Duration WORTH_TELLING = Duration.ofDays(7);

    public RequestEvent {
        personal = Map.copyOf(personal);
    }
}
