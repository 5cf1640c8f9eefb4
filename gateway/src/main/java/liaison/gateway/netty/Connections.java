package liaison.gateway.netty;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is open, in all and by remote address. */
final class Connections {
    private final int inAll;
    private final int perAddress;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<Object, Integer> byAddress = new ConcurrentHashMap<>();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    Connections(int inAll, int perAddress) {
        this.inAll = inAll;
        this.perAddress = perAddress;
    }

    /** Whether the channel may stay; it is counted until it closes. */
    boolean admit(Channel channel) {
        Object address = addressOf(channel.remoteAddress());
        int all = open.incrementAndGet();
        int here = byAddress.merge(address, 1, Integer::sum);
        channel.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        });
        return all <= inAll && here <= perAddress && channels.add(channel);
    }

    ChannelGroup channels() {
        return channels;
    }

    int open() {
        return open.get();
    }

    private static Object addressOf(SocketAddress remote) {
        return remote instanceof InetSocketAddress inet ? inet.getAddress() : remote;
    }
}
