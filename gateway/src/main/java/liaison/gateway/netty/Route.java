package liaison.gateway.netty;

import io.netty.channel.ChannelPipeline;

/** A part of the server's paths and the handlers that serve it, behind the HTTP codec and the limits. */
public interface Route {
    /** Whether a path, without its query, is served here. */
    boolean serves(String path);

    /** Adds the handlers for one connection, new ones where they have state; they get HttpRequest and HttpContent. */
    void addTo(ChannelPipeline pipeline);
}
