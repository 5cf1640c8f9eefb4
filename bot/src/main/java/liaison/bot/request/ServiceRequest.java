package liaison.bot.request;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import liaison.bot.message.Address;

/**
 * What a resident asked for. Codes may be empty where nothing is known.
 *
 * @param number such as {@code LZ20261123-0007}; {@link #UNNUMBERED} until it is written
 * @param holder {@code deputy:CODE} or {@code staff:CODE}
 * @param due by when it is answered
 * @param provisional the deadline runs into a year whose holidays are not published
 * @param version number of its last event, 1 when it is filed: the next step is the one after
 * @param personal {@code text}, {@code where}, {@code since}, {@code contact}; stored sealed
 */
public record ServiceRequest(String number, Address address, String station, String deputy, String unit, String topic, String place,
        Status status, String holder, Instant filedAt, Instant due, boolean provisional,
        int version, Map<String, String> personal) {
    /** Stands for the number in a turn's words and rows until one is taken. */
    public static final String UNNUMBERED = "{{number}}";
    private static final String UNNUMBERED_FROM_SECOND = "{{number %d}}";
    /** Name of the personal field that holds the number of another resident's request about the same, which this one is joined to. */
    public static final String LEAD = "lead";

    public ServiceRequest {
        personal = Map.copyOf(personal);
    }

    /** The request that this one is joined to, empty for one by itself; its own resident is not told whose it is. */
    public String lead() {
        return personal.getOrDefault(LEAD, "");
    }

    /** Stands for the number of the n-th request of a turn, n from 0 on. */
    public static String unnumbered(int n) {
        return n == 0 ? UNNUMBERED : UNNUMBERED_FROM_SECOND.formatted(n + 1);
    }

    public ServiceRequest numbered(String taken) {
        return new ServiceRequest(taken, address, station, deputy, unit, topic, place, status, holder, filedAt, due, provisional,
                version, personal);
    }

    /** With what was added to it since, under {@code note}; as it is where that is empty. */
    public ServiceRequest noted(String note) {
        if (note.isEmpty()) {
            return this;
        }
        var more = new HashMap<>(personal);
        more.put("note", note);
        return new ServiceRequest(number, address, station, deputy, unit, topic, place, status, holder, filedAt, due, provisional,
                version, more);
    }

    /** The same request about another topic, which another unit handles. */
    public ServiceRequest about(String another, String by) {
        return new ServiceRequest(number, address, station, deputy, by, another, place, status, holder, filedAt, due, provisional, version,
                personal);
    }

    /** The same request after a step. */
    public ServiceRequest at(Status next, int step) {
        return new ServiceRequest(number, address, station, deputy, unit, topic, place, next, holder, filedAt, due, provisional, step,
                personal);
    }
}
