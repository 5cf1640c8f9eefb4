package liaison.gateway.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/** What every connection passes: the counts, the time limits, HTTP with its limits, and the way to a route. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
    private static final HttpDecoderConfig LIMITS = new HttpDecoderConfig().setMaxInitialLineLength(4 * 1024)
            .setMaxHeaderSize(8 * 1024).setMaxChunkSize(WholeRequestHandler.MAX_BODY);

    private final ServerSettings settings;
    private final Connections connections;
    private final Iterable<? extends Route> routes;

    ConnectionInitializer(ServerSettings settings, Connections connections, Iterable<? extends Route> routes) {
        this.settings = settings;
        this.connections = connections;
        this.routes = routes;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!connections.admit(channel)) {
            channel.close();
            return;
        }
        TimeLimitHandler limits = new TimeLimitHandler(settings.arrival(), settings.idle());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(limits, new HttpServerCodec(LIMITS), new RouterHandler(routes, limits));
    }
}
