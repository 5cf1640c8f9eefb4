package liaison.gateway.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose request does not arrive whole in time, that lies idle or that gets no answer. It stands before
 * the codec, where it sees the first byte, and is told by {@link RouterHandler} how far the request came.
 */
final class TimeLimitHandler extends ChannelInboundHandlerAdapter {
    private enum State {
        IDLE, ARRIVING, SERVING, LIFTED
    }

    private final long arrival;
    private final long idle;
    private final long tick;
    private State state = State.ARRIVING;
    private Ticker ticker = Ticker.systemTicker();
    private long since;

    TimeLimitHandler(Duration arrival, Duration idle) {
        this.arrival = arrival.toNanos();
        this.idle = idle.toNanos();
        tick = Math.max(1, Math.min(this.arrival, this.idle) / 10);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ticker = ctx.executor().ticker();
        enter(State.ARRIVING);
        watch(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (state == State.IDLE) {
            enter(State.ARRIVING);
        }
        ctx.fireChannelRead(message);
    }

    /** A request begins that had come in together with the one before it. */
    void arriving() {
        if (state == State.IDLE) {
            enter(State.ARRIVING);
        }
    }

    void arrived() {
        if (state != State.LIFTED) {
            enter(State.SERVING);
        }
    }

    void answered() {
        if (state != State.LIFTED) {
            enter(State.IDLE);
        }
    }

    /** The connection speaks another protocol from here on, which has limits of its own. */
    void lift() {
        state = State.LIFTED;
    }

    boolean isIdle() {
        return state == State.IDLE;
    }

    private void enter(State next) {
        state = next;
        since = ticker.nanoTime();
    }

    // a look now and then costs less than a timer for each request
    private void watch(ChannelHandlerContext ctx) {
        ctx.executor().schedule(() -> look(ctx), tick, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        if (state == State.LIFTED || !ctx.channel().isOpen()) {
            return;
        }
        if (ticker.nanoTime() - since >= (state == State.ARRIVING ? arrival : idle)) {
            ctx.close();
        } else {
            watch(ctx);
        }
    }
}
