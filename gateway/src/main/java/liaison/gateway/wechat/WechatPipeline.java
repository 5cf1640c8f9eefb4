package liaison.gateway.wechat;

import io.netty.channel.ChannelPipeline;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import liaison.bot.message.Channel;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;
import liaison.gateway.netty.WholeRequestHandler;

/** The handlers that a delivery to one Official Account passes, at {@code /wechat/NAME}. */
public final class WechatPipeline implements Route {
    private final String path;
    private final Deliveries deliveries;
    private volatile Secrets secrets;
    private volatile boolean transfer;
    private volatile boolean gone;

    public WechatPipeline(WechatAccount account, Inbox inbox, Clock clock) {
        this(account, false, inbox, clock);
    }

    /** @param transfer whether who asks for a person is handed over to the platform's own customer service */
    public WechatPipeline(WechatAccount account, boolean transfer, Inbox inbox, Clock clock) {
        path = "/wechat/" + account.name();
        secrets = Secrets.of(account);
        this.transfer = transfer;
        deliveries = new Deliveries(new Channel("wechat", account.name()), () -> secrets, () -> this.transfer, inbox, clock);
    }

    /** Takes another token or key from now on, on open connections too; empty when the account is gone: then nothing is here. */
    public void use(Optional<WechatAccount> account, boolean newTransfer) {
        transfer = newTransfer;
        gone = account.isEmpty();
        secrets = account.map(Secrets::of).orElseGet(() -> new Secrets("", List.of(), List.of(), false, false));
    }

    @Override
    public boolean serves(String asked) {
        return !gone && asked.equals(path);
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new WholeRequestHandler(WholeRequestHandler.MAX_BODY), new SignatureHandler(() -> secrets.tokens()),
                deliveries.codec(), deliveries.inbound());
    }
}
