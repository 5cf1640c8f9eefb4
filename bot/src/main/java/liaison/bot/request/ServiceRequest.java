package liaison.bot.request;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
    /** Name of the personal field that holds by which telephone its resident may be called. */
    public static final String CONTACT = "contact";

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

    /**
     * With what its resident said since, the oldest first: {@code note} and {@code corrected} one behind the other, and the
     * {@code contact} that was given last.
     *
     * @param later the personal fields of its events
     */
    public ServiceRequest with(List<Map<String, String>> later) {
        var more = new HashMap<>(personal);
        for (var event : later) {
            event.forEach((name, said) -> {
                switch (name) {
                    case RequestEvent.NOTE, RequestEvent.CORRECTED -> more.merge(name, said, (before, next) -> before + "；" + next);
                    case CONTACT -> more.put(name, said);
                    default -> {
                        // pictures stand in rows of their own
                    }
                }
            });
        }
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
