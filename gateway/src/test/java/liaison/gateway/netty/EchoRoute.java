package liaison.gateway.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers with the body it got: at once, or on {@code /later} when the test says so. */
final class EchoRoute implements Route {
    final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

    @Override
    public boolean serves(String path) {
        return path.equals("/echo") || path.equals("/later");
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new WholeRequestHandler(WholeRequestHandler.MAX_BODY), new SimpleChannelInboundHandler<FullHttpRequest>() {
            @Override
            protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
                String words = request.content().toString(StandardCharsets.UTF_8);
                if (request.uri().startsWith("/later")) {
                    later.add(() -> answer(ctx, words));
                } else {
                    answer(ctx, words);
                }
            }
        });
    }

    private static void answer(ChannelHandlerContext ctx, String words) {
        ByteBuf body = Unpooled.copiedBuffer(words, StandardCharsets.UTF_8);
        ctx.writeAndFlush(Responses.of(HttpResponseStatus.OK, Responses.TEXT, body));
    }
}
