package liaison.gateway.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a request and its body into one {@link io.netty.handler.codec.http.FullHttpRequest}; a larger body is answered
 * with 413. A body that came in one piece, as nearly all do, is not copied.
 */
public final class WholeRequestHandler extends ChannelInboundHandlerAdapter {
    public static final int MAX_BODY = 64 * 1024;

    private final int limit;
    private @Nullable HttpRequest head;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    public WholeRequestHandler(int limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            begin(ctx, request);
        } else if (message instanceof HttpContent content) {
            add(ctx, content);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        if (HttpUtil.getContentLength(request, 0L) > limit) {
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
        } else {
            head = request;
            if (HttpUtil.is100ContinueExpected(request)) {
                ctx.writeAndFlush(Responses.of(HttpResponseStatus.CONTINUE));
            }
        }
        ReferenceCountUtil.release(request);
    }

    private void add(ChannelHandlerContext ctx, HttpContent content) {
        HttpRequest request = head;
        if (request == null) {
            content.release();
        } else if (body.readableBytes() + content.content().readableBytes() > limit) {
            content.release();
            forget();
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
        } else if (content instanceof LastHttpContent && !body.isReadable()) {
            head = null;
            ctx.fireChannelRead(whole(request, content.content()));
        } else {
            copy(ctx, content);
            if (content instanceof LastHttpContent) {
                ByteBuf all = body;
                body = Unpooled.EMPTY_BUFFER;
                head = null;
                ctx.fireChannelRead(whole(request, all));
            }
        }
    }

    private void copy(ChannelHandlerContext ctx, HttpContent content) {
        if (body.maxCapacity() == 0) {
            body = ctx.alloc().buffer(Math.min(1024, limit), limit);
        }
        body.writeBytes(content.content());
        content.release();
    }

    private static Object whole(HttpRequest head, ByteBuf body) {
        return new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), body, head.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forget();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        forget();
    }

    private void forget() {
        head = null;
        body.release();
        body = Unpooled.EMPTY_BUFFER;
    }
}
