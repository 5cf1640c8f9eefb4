package liaison.gateway.wechat;

import java.util.Map;

/**
 * What became of a mass message, as the event {@code MASSSENDJOBFINISH} tells it.
 *
 * @param id of {@link MassMessages.Handed.Taken}
 * @param status {@code send success}, {@code send fail}, or {@code err(CODE)}
 * @param total people it was for
 * @param left those after the platform's own filter; the rest have had four this month, or refuse them
 * @param sent of those left; the others are in {@code failed}
 */
public record MassOutcome(String account, long id, String status, int total, int left, int sent, int failed) {
    /** Reads the event's fields; what is missing or no number is 0. */
    public static MassOutcome of(String account, Map<String, String> fields) {
        return new MassOutcome(account, number(fields, "MsgID"), fields.getOrDefault("Status", ""), (int) number(fields, "TotalCount"),
                (int) number(fields, "FilterCount"), (int) number(fields, "SentCount"), (int) number(fields, "ErrorCount"));
    }

    private static long number(Map<String, String> fields, String name) {
        try {
            return Long.parseLong(fields.getOrDefault(name, "0").strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Hears outcomes; the same one may be told more than once. */
    public interface Listener {
        void finished(MassOutcome outcome);
    }
}
