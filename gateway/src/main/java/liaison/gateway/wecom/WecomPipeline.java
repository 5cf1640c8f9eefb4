package liaison.gateway.wecom;

import io.netty.channel.ChannelPipeline;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import liaison.bot.message.Channel;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;
import liaison.gateway.netty.WholeRequestHandler;
import liaison.gateway.wechat.Deliveries;
import liaison.gateway.wechat.Secrets;

/** The handlers that a delivery to one app passes, at {@code /wecom/NAME}. */
public final class WecomPipeline implements Route {
    public static final String KIND = "wecom";

    private final String path;
    private final Deliveries deliveries;
    private volatile Secrets secrets;
    private volatile boolean gone;

    public WecomPipeline(WecomAccount account, Inbox inbox, Clock clock) {
        path = "/wecom/" + account.name();
        secrets = account.secrets();
        deliveries = new Deliveries(new Channel(KIND, account.name()), () -> secrets, () -> false, inbox, clock);
    }

    /** Takes another token or key from now on, on open connections too; empty when the account is gone: then nothing is here. */
    public void use(Optional<WecomAccount> account) {
        gone = account.isEmpty();
        secrets = account.map(WecomAccount::secrets).orElseGet(() -> Secrets.ofCorporation("", List.of(), List.of()));
    }

    @Override
    public boolean serves(String asked) {
        return !gone && asked.equals(path);
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new WholeRequestHandler(WholeRequestHandler.MAX_BODY), new VerificationHandler(() -> secrets),
                deliveries.codec(), new SystemEventHandler(), deliveries.inbound());
    }
}
