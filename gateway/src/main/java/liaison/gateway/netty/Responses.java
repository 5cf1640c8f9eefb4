package liaison.gateway.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** Whole responses, each with the headers that keep a browser from making anything of it. */
public final class Responses {
    public static final AsciiString TEXT = AsciiString.cached("text/plain;charset=utf-8");
    public static final AsciiString XML = AsciiString.cached("application/xml;charset=utf-8");

    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NOSNIFF = AsciiString.cached("nosniff");
    private static final AsciiString NOTHING = AsciiString.cached("default-src 'none'; frame-ancestors 'none'");
    private static final AsciiString NO_REFERRER = AsciiString.cached("no-referrer");
    private static final AsciiString REFERRER_POLICY = AsciiString.cached("referrer-policy");
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final HttpHeadersFactory UNCHECKED = DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private Responses() {
    }

    /** A response with a body, which it takes over. */
    public static FullHttpResponse of(HttpResponseStatus status, AsciiString type, ByteBuf body) {
        FullHttpResponse response = bare(status, body);
        response.headers().add(HttpHeaderNames.CONTENT_TYPE, type);
        return response;
    }

    /** A response without words: the status says it all. */
    public static FullHttpResponse of(HttpResponseStatus status) {
        return bare(status, Unpooled.EMPTY_BUFFER);
    }

    private static FullHttpResponse bare(HttpResponseStatus status, ByteBuf body) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body, UNCHECKED, UNCHECKED);
        HttpHeaders headers = response.headers();
        headers.add(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()));
        headers.add(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.add(HttpHeaderNames.CONTENT_SECURITY_POLICY, NOTHING);
        headers.add(REFERRER_POLICY, NO_REFERRER);
        headers.add(HttpHeaderNames.CACHE_CONTROL, NO_STORE);
        return response;
    }
}
