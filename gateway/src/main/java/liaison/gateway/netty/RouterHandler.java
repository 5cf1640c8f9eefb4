package liaison.gateway.netty;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hands one request after another to the route of its path. While an answer is owed, what a client sent ahead waits and
 * nothing more is read, so that answers leave in the order of the requests, however late they are made.
 */
final class RouterHandler extends ChannelDuplexHandler {
    private final Iterable<? extends Route> routes;
    private final TimeLimitHandler limits;
    private final Queue<Object> ahead = new ArrayDeque<>(0);
    private String path = "";
    private @Nullable Route here;
    private boolean owed;
    private boolean whole = true;
    private boolean keepAlive = true;
    private boolean old;
    private boolean handingOn;
    private boolean draining;
    private boolean closing;
    private boolean upgraded;

    RouterHandler(Iterable<? extends Route> routes, TimeLimitHandler limits) {
        this.routes = routes;
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (upgraded) {
            ctx.fireChannelRead(message);
        } else if (closing) {
            discard(ctx, message);
        } else if (!ahead.isEmpty() || (message instanceof HttpRequest && isBusy(ctx))) {
            ahead.add(message);
            ctx.channel().config().setAutoRead(false);
        } else {
            handOn(ctx, (HttpObject) message);
        }
    }

    private boolean isBusy(ChannelHandlerContext ctx) {
        return owed || !ctx.channel().isWritable();
    }

    private void handOn(ChannelHandlerContext ctx, HttpObject message) {
        if (message instanceof HttpRequest request) {
            owed = true;
            whole = false;
            keepAlive = HttpUtil.isKeepAlive(request);
            old = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
            limits.arriving();
        }
        if (message.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            keepAlive = false;
            answer(ctx, statusOf(message.decoderResult()));
            return;
        }
        if (message instanceof LastHttpContent) {
            whole = true;
            limits.arrived();
        }
        if (message instanceof HttpRequest request && !route(ctx, request.uri())) {
            ReferenceCountUtil.release(message);
            answer(ctx, HttpResponseStatus.NOT_FOUND);
            return;
        }
        ctx.fireChannelRead(message);
    }

    private void answer(ChannelHandlerContext ctx, HttpResponseStatus status) {
        write(ctx, Responses.of(status), ctx.newPromise());
        flush(ctx);
    }

    private static HttpResponseStatus statusOf(DecoderResult result) {
        return switch (result.cause()) {
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException header -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    private boolean route(ChannelHandlerContext ctx, String uri) {
        if (here != null && isPath(uri) && here.serves(path)) {
            return true;
        }
        path = "";
        int end = uri.indexOf('?');
        String wanted = end < 0 ? uri : uri.substring(0, end);
        for (Route route : routes) {
            if (route.serves(wanted)) {
                ChannelPipeline pipeline = ctx.pipeline();
                while (pipeline.last() != this) {
                    pipeline.removeLast();
                }
                route.addTo(pipeline);
                pipeline.addLast(FaultHandler.INSTANCE);
                path = wanted;
                here = route;
                return true;
            }
        }
        return false;
    }

    private boolean isPath(String uri) {
        return !path.isEmpty() && uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?');
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (upgraded || !(message instanceof HttpObject)) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                upgrade(response);
                ctx.write(message, promise);
                return;
            }
            begin(response);
        }
        ctx.write(message, promise);
        if (message instanceof LastHttpContent) {
            owed = false;
            if (closing) {
                promise.addListener(written -> end(ctx));
            } else {
                limits.answered();
            }
        }
    }

    // closing with bytes unread resets the connection, and the answer with it; the time limit ends the wait
    private void end(ChannelHandlerContext ctx) {
        if (whole || !(ctx.channel() instanceof DuplexChannel duplex)) {
            ctx.close();
        } else {
            duplex.shutdownOutput();
        }
    }

    private void discard(ChannelHandlerContext ctx, Object message) {
        if (message instanceof LastHttpContent) {
            whole = true;
            if (!owed) {
                ctx.close();
            }
        }
        ReferenceCountUtil.release(message);
    }

    private void upgrade(HttpResponse response) {
        if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            upgraded = true;
            limits.lift();
        }
    }

    private void begin(HttpResponse response) {
        // what is left of a request that was answered early is not read: it may be endless
        closing = !keepAlive || !whole || draining;
        if (closing) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (old) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        handOnAhead(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        handOnAhead(ctx);
        ctx.fireChannelWritabilityChanged();
    }

    private void handOnAhead(ChannelHandlerContext ctx) {
        if (ahead.isEmpty() || handingOn) {
            return;
        }
        handingOn = true;
        while (!ahead.isEmpty() && !closing && !(ahead.peek() instanceof HttpRequest && isBusy(ctx))) {
            handOn(ctx, (HttpObject) ahead.remove());
        }
        handingOn = false;
        if (closing) {
            forget();
        } else if (ahead.isEmpty()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Draining && !upgraded) {
            draining = true;
            if (!owed) {
                ctx.close();
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forget();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private void forget() {
        while (!ahead.isEmpty()) {
            ReferenceCountUtil.release(ahead.remove());
        }
    }
}
