package liaison.gateway.chat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns a request from our own page into a WebSocket, and refuses those of other people's pages. */
final class UpgradeHandler extends ChannelInboundHandlerAdapter {
    static final int LARGEST_FRAME = 64 * 1024;

    private static final WebSocketDecoderConfig LIMITS = WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(LARGEST_FRAME)
            .allowExtensions(false).expectMaskedFrames(true).closeOnProtocolViolation(true).build();

    private final List<String> origins;
    private final Supplier<ChatHandler> handlers;
    private @Nullable HttpRequest request;

    UpgradeHandler(List<String> origins, Supplier<ChatHandler> handlers) {
        this.origins = origins;
        this.handlers = handlers;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest head) {
            request = head;
        }
        if (message instanceof LastHttpContent && request != null) {
            var whole = request;
            request = null;
            answer(ctx, whole);
        }
        ReferenceCountUtil.release(message);
    }

    private void answer(ChannelHandlerContext ctx, HttpRequest head) {
        HttpHeaders headers = head.headers();
        if (!head.method().equals(HttpMethod.GET)) {
            refuse(ctx, HttpResponseStatus.METHOD_NOT_ALLOWED);
        } else if (!isOurs(headers)) {
            refuse(ctx, HttpResponseStatus.FORBIDDEN);
        } else if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                || !headers.contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13", true)) {
            refuse(ctx, HttpResponseStatus.UPGRADE_REQUIRED);
        } else {
            upgrade(ctx, head);
        }
    }

    /** Programs have no origin, browsers always do, and a page of somebody else cannot hide its own. */
    private boolean isOurs(HttpHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN, "").toLowerCase(Locale.ROOT);
        String host = headers.get(HttpHeaderNames.HOST, "").toLowerCase(Locale.ROOT);
        return headers.getAll(HttpHeaderNames.ORIGIN).isEmpty() || origins.contains(origin)
                || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private void upgrade(ChannelHandlerContext ctx, HttpRequest head) {
        var pipeline = ctx.pipeline();
        var handler = handlers.get();
        pipeline.addAfter(ctx.name(), null, new WebSocketFrameAggregator(LARGEST_FRAME));
        pipeline.addAfter(pipeline.context(WebSocketFrameAggregator.class).name(), null, handler);
        var whole = new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), Unpooled.EMPTY_BUFFER, head.headers(),
                EmptyHttpHeaders.INSTANCE);
        try {
            new WebSocketServerHandshaker13("", null, LIMITS).handshake(ctx.channel(), whole);
            pipeline.remove(this);
        } catch (WebSocketHandshakeException malformed) {
            pipeline.remove(handler);
            pipeline.remove(WebSocketFrameAggregator.class);
            refuse(ctx, HttpResponseStatus.BAD_REQUEST);
        }
    }

    private static void refuse(ChannelHandlerContext ctx, HttpResponseStatus status) {
        var response = SecurityHeaders.of(status, "", Unpooled.EMPTY_BUFFER);
        if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
            response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET).set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
        }
        ctx.writeAndFlush(response);
    }
}
