package liaison.gateway.media;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.Map;
import java.util.Optional;
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
        try {
            threads.execute(() -> {
                var response = opened(token).map(LinkHandler::shown).orElseGet(() -> Responses.of(HttpResponseStatus.NOT_FOUND));
                ctx.writeAndFlush(response);
            });
        } catch (RejectedExecutionException ending) {
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.SERVICE_UNAVAILABLE));
        }
    }

    private static String token(String uri) {
        int query = uri.indexOf('?');
        return uri.substring(LinkRoute.PATH.length(), query < 0 ? uri.length() : query);
    }

    private Optional<Opened> opened(String token) {
        try {
            return media.open(token);
        } catch (RuntimeException failure) {
            LOG.error("what a link leads to could not be shown: {}", failure.getClass().getName());
            return Optional.empty();
        }
    }

    /** Pictures that were drawn anew are shown; all else is handed on as a file. */
    private static FullHttpResponse shown(Opened opened) {
        var response = Responses.of(HttpResponseStatus.OK, AsciiString.of(opened.type()), Unpooled.wrappedBuffer(opened.content()));
        boolean drawn = opened.type().equals("image/jpeg") || opened.type().equals("image/png");
        response.headers().set(HttpHeaderNames.CONTENT_DISPOSITION,
                (drawn ? "inline" : "attachment") + "; filename=\"file." + ENDINGS.getOrDefault(opened.type(), "bin") + '"');
        response.headers().set(HttpHeaderNames.CONTENT_SECURITY_POLICY, ALONE);
        response.headers().set("cross-origin-resource-policy", "same-origin").set("x-frame-options", "DENY");
        return response;
    }
}
