package liaison.gateway.wechat;

import java.time.Instant;

/** The platform did not do what somebody asked for who waits for it; the message is its code or what became of the line. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The day's calls are used up, as the platform said now or some time ago. */
    static CallFailed usedUp(Instant until) {
        return new CallFailed("45009, " + Quotas.usedUp("this kind", until));
    }

    CallFailed(String reason) {
        super("the platform answered " + ErrorCodes.explained(reason));
    }
}
