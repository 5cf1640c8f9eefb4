package liaison.gateway.netty;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection whose handlers failed; a line that was cut is nobody's fault and not worth a word. */
@Sharable
final class FaultHandler extends ChannelInboundHandlerAdapter {
    static final FaultHandler INSTANCE = new FaultHandler();

    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    private FaultHandler() {
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            // the message may quote what was sent, so the place alone is logged
            StackTraceElement[] trace = cause.getStackTrace();
            LOG.warn("A connection failed: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        }
        ctx.close();
    }
}
