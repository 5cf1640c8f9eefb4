package liaison.gateway.wechat;

/** A call failed before anything could have been accepted. */
public final class NotReached extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotReached(String reason) {
        super(reason, null, false, false);
    }
}
