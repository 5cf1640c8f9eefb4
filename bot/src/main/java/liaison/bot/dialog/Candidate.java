package liaison.bot.dialog;

import liaison.bot.issue.Sameness.Told;
import liaison.bot.request.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be what somebody tells: all of a batch who tell of one place compare theirs with it, so what it tells is made ready
 * for that once. Lives as long as the batch, and within its thread.
 */
public final class Candidate {
    private final ServiceRequest request;
    private @Nullable Told told;

    public Candidate(ServiceRequest request) {
        this.request = request;
    }

    public ServiceRequest request() {
        return request;
    }

    Told told() {
        if (told == null) {
            told = Report.of(request).told();
        }
        return told;
    }

    @Override
    public String toString() {
        return "Candidate " + request.number();
    }
}
