package liaison.gateway.wechat;

/** The platform did not do what somebody asked for who waits for it; the message is its code or what became of the line. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallFailed(String reason) {
        super("the platform answered " + reason);
    }
}
