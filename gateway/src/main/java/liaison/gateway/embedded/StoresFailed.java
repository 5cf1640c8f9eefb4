package liaison.gateway.embedded;

/** The embedded stores cannot be had; the message is one sentence that says what to do instead. */
public final class StoresFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoresFailed(String message) {
        super(message);
    }

    StoresFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
