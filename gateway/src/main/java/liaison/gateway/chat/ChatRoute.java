package liaison.gateway.chat;

import io.netty.channel.ChannelPipeline;
import java.time.Clock;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;

/** The WebSocket of the web chat, at {@code /chat}. */
public final class ChatRoute implements Route {
    static final String PATH = "/chat";

    private final Inbox inbox;
    private final ChatHub hub;
    private final ChatSettings settings;
    private final Clock clock;

    public ChatRoute(Inbox inbox, ChatHub hub, ChatSettings settings, Clock clock) {
        this.inbox = inbox;
        this.hub = hub;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(PATH);
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new UpgradeHandler(settings.origins(), () -> new ChatHandler(inbox, hub, settings, clock)));
    }
}
