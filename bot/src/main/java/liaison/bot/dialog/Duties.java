package liaison.bot.dialog;

import java.util.List;
import liaison.bot.request.ServiceRequest;

/**
 * What somebody has to see to: requests that nobody has answered yet.
 *
 * @param late those whose deadline has passed
 * @param fresh those that were filed since the day began
 * @param first the most urgent that were asked for, without their personal fields
 */
public record Duties(int open, int late, int fresh, List<ServiceRequest> first) {
    /** So many are named. */
    public static final int MOST = 5;
    static final Duties NONE = new Duties(0, 0, 0, List.of());

    public Duties {
        first = List.copyOf(first);
    }
}
