package liaison.gateway.media;

import io.netty.channel.ChannelPipeline;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import liaison.bot.dialog.LinkedMedia;
import liaison.gateway.netty.Route;

/** {@code /media/TOKEN}: what a link shows, for as long as the token is good. */
public final class LinkRoute implements Route, AutoCloseable {
    static final String PATH = "/media/";
    private static final int LONGEST = 64;

    private final LinkedMedia media;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public LinkRoute(LinkedMedia media) {
        this.media = media;
    }

    /** Whatever comes behind is served here, so that every wrong token is answered alike. */
    @Override
    public boolean serves(String path) {
        return path.startsWith(PATH) && path.length() > PATH.length() && path.length() <= PATH.length() + LONGEST;
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new LinkHandler(media, threads));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
