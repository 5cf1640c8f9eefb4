package liaison.gateway.wechat;

/** A call failed before anything could have been accepted. */
public final class NotReached extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String TOKEN = "token-";

    public NotReached(String reason) {
        super(reason, null, false, false);
    }

    /** What somebody is told who waits for the call. */
    public String explained() {
        String reason = String.valueOf(getMessage());
        return reason.matches(TOKEN + "\\d+")
                ? "the platform gave no access token: " + ErrorCodes.explained(reason.substring(TOKEN.length()))
                : "the platform was not reached: " + reason;
    }
}
