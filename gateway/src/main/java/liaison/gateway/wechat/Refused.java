package liaison.gateway.wechat;

import io.netty.handler.codec.http.HttpResponseStatus;

/** What came is no message of the platform: answered with a 4xx where the pipeline ends, and not worth a trace. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient HttpResponseStatus status;

    public Refused(HttpResponseStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    public static Refused malformed(String reason) {
        return new Refused(HttpResponseStatus.BAD_REQUEST, reason);
    }

    public static Refused foreign(String reason) {
        return new Refused(HttpResponseStatus.FORBIDDEN, reason);
    }

    HttpResponseStatus status() {
        return status;
    }
}
