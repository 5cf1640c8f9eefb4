package liaison.gateway.chat;

import io.netty.channel.ChannelPipeline;
import liaison.gateway.netty.Route;

/** The page of the web chat with its scripts and styles, read once and served from memory. */
public final class PageRoute implements Route {
    private final PageFiles files;

    public PageRoute() {
        files = PageFiles.load();
    }

    @Override
    public boolean serves(String path) {
        return files.find(path).isPresent();
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new PageHandler(files));
    }
}
