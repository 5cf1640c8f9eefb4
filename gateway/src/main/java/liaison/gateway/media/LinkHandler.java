package liaison.gateway.media;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import liaison.bot.dialog.LinkedMedia;
import liaison.bot.dialog.Opened;
import liaison.gateway.netty.Responses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with what a token shows, or with 404, whatever the reason. */
final class LinkHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(LinkHandler.class);
    private static final AsciiString ALONE = AsciiString
            .cached("default-src 'none'; img-src 'self'; media-src 'self'; sandbox; frame-ancestors 'none'");
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "video/mp4", "audio/mpeg");
    private static final Map<String, String> ENDINGS = Map.of("image/jpeg", "jpg", "image/png", "png", "image/webp", "webp", "video/mp4",
            "mp4", "audio/amr", "amr", "audio/silk", "silk", "audio/mpeg", "mp3", "application/pdf", "pdf");

    private final LinkedMedia media;
    private final Executor threads;
    private @Nullable HttpRequest request;

    LinkHandler(LinkedMedia media, Executor threads) {
        this.media = media;
        this.threads = threads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
        if (message instanceof HttpRequest head) {
            request = head;
        }
        if (message instanceof LastHttpContent && request != null) {
            answer(ctx, request);
            request = null;
        }
    }

    private void answer(ChannelHandlerContext ctx, HttpRequest head) {
        if (!head.method().equals(HttpMethod.GET)) {
            var response = Responses.of(HttpResponseStatus.METHOD_NOT_ALLOWED);
            response.headers().set(HttpHeaderNames.ALLOW, "GET");
            ctx.writeAndFlush(response);
            return;
        }
        String token = token(head.uri());
        var range = range(head);
        try {
            threads.execute(() -> ctx.writeAndFlush(opened(token, range).map(opened -> shown(opened, range))
                    .orElseGet(() -> Responses.of(HttpResponseStatus.NOT_FOUND))));
        } catch (RejectedExecutionException ending) {
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.SERVICE_UNAVAILABLE));
        }
    }

    private static String token(String uri) {
        int query = uri.indexOf('?');
        return uri.substring(LinkRoute.PATH.length(), query < 0 ? uri.length() : query);
    }

    /** Nothing here has a mark by which it could have changed, so a piece that depends on one is not given. */
    private static Optional<ByteRange> range(HttpRequest head) {
        String asked = head.headers().get(HttpHeaderNames.RANGE, "");
        return head.headers().contains(HttpHeaderNames.IF_RANGE) ? Optional.empty() : ByteRange.parse(asked);
    }

    private Optional<Opened> opened(String token, Optional<ByteRange> range) {
        try {
            return media.open(token, range.map(ByteRange::isFurther).orElse(false));
        } catch (RuntimeException failure) {
            LOG.error("what a link leads to could not be shown: {}", failure.getClass().getName());
            return Optional.empty();
        }
    }

    /** Pictures that were drawn anew and what browsers play are shown; all else is handed on as a file. */
    private static FullHttpResponse shown(Opened opened, Optional<ByteRange> range) {
        var response = range.map(asked -> piece(opened, asked)).orElseGet(() -> response(HttpResponseStatus.OK, opened, 0,
                opened.content().length));
        response.headers().set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES).set(HttpHeaderNames.CONTENT_DISPOSITION,
                (SHOWN.contains(opened.type()) ? "inline" : "attachment") + "; filename=\"file."
                        + ENDINGS.getOrDefault(opened.type(), "bin") + '"');
        response.headers().set(HttpHeaderNames.CONTENT_SECURITY_POLICY, ALONE);
        response.headers().set("cross-origin-resource-policy", "same-origin").set("x-frame-options", "DENY");
        return response;
    }

    private static FullHttpResponse piece(Opened opened, ByteRange asked) {
        int length = opened.content().length;
        return asked.within(length).map(part -> {
            int from = (int) part.first();
            var response = response(HttpResponseStatus.PARTIAL_CONTENT, opened, from, (int) part.last() + 1 - from);
            response.headers().set(HttpHeaderNames.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + length);
            return response;
        }).orElseGet(() -> {
            var response = Responses.of(HttpResponseStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
            response.headers().set(HttpHeaderNames.CONTENT_RANGE, "bytes */" + length);
            return response;
        });
    }

    private static FullHttpResponse response(HttpResponseStatus status, Opened opened, int from, int length) {
        return Responses.of(status, AsciiString.of(opened.type()), Unpooled.wrappedBuffer(opened.content(), from, length));
    }
}
