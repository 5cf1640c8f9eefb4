package liaison.gateway.chat;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.regex.Pattern;

/** Makes responses that let a browser do what the page needs and nothing else. */
final class SecurityHeaders {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'; connect-src 'self'";

    private SecurityHeaders() {
    }

    /** The body is taken over; older engines do not count WebSockets as 'self', so the host is named where it is one. */
    static FullHttpResponse of(HttpResponseStatus status, String host, ByteBuf body) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        String sockets = HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY + sockets)
                .set("x-content-type-options", "nosniff").set("x-frame-options", "DENY").set("referrer-policy", "no-referrer")
                .set("cross-origin-opener-policy", "same-origin").set("cross-origin-resource-policy", "same-origin")
                .set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return response;
    }
}
