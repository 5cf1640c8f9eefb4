package liaison.gateway.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server that the channels stand on: epoll, NIO where epoll is missing. */
public final class NettyServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NettyServer.class);
    private static final int BACKLOG = 4096;

    private final ServerSettings settings;
    private final Connections connections;
    private final EventLoopGroup loops;
    private final Channel listening;

    private NettyServer(ServerSettings settings, Connections connections, EventLoopGroup loops, Channel listening) {
        this.settings = settings;
        this.connections = connections;
        this.loops = loops;
        this.listening = listening;
    }

    /**
     * Listens from now on; fails when the port is taken.
     *
     * @param routes looked at whenever a connection asks for another path
     */
    public static NettyServer start(ServerSettings settings, Iterable<? extends Route> routes) {
        Connections connections = new Connections(settings.connections(), settings.connectionsPerAddress());
        boolean epoll = Epoll.isAvailable();
        // the lanes decide and store; the loops only move bytes
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(threads, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        Class<? extends ServerChannel> kind = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ChannelFuture bound = new ServerBootstrap().group(loops).channel(kind).option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new ConnectionInitializer(settings, connections, routes)).bind(settings.address(), settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IllegalStateException("cannot listen on " + settings.address() + ":" + settings.port(), bound.cause());
        }
        NettyServer server = new NettyServer(settings, connections, loops, bound.channel());
        LOG.info("Listening on {}:{} by {}", settings.address(), server.port(), epoll ? "epoll" : "NIO");
        return server;
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.open();
    }

    /** Stops listening, lets out the answers that are owed, as long as the drain time allows, and closes. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        ChannelGroup channels = connections.channels();
        channels.forEach(channel -> channel.pipeline().fireUserEventTriggered(Draining.BEGINS));
        Duration drain = settings.drain();
        channels.newCloseFuture().awaitUninterruptibly(drain.toMillis());
        channels.close().awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(TimeUnit.SECONDS.toMillis(3));
    }
}
