package liaison.gateway.wechat;

import io.netty.channel.ChannelPipeline;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.message.Channel;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;
import liaison.gateway.netty.WholeRequestHandler;

/** The handlers that a delivery to one Official Account passes, at {@code /wechat/NAME}. */
public final class WechatPipeline implements Route {
    private final String path;
    private final InboundHandler.Account account;
    private final EnvelopeCodec.Secrets secrets;
    private final Inbox inbox;
    private final Clock clock;
    private final Words words = new Words();
    private final SecureRandom random = new SecureRandom();

    public WechatPipeline(WechatAccount account, Inbox inbox, Clock clock) {
        this(account, false, inbox, clock);
    }

    /** @param transfer whether who asks for a person is handed over to the platform's own customer service */
    public WechatPipeline(WechatAccount account, boolean transfer, Inbox inbox, Clock clock) {
        path = "/wechat/" + account.name();
        this.account = new InboundHandler.Account(new Channel("wechat", account.name()), new Tries(),
                new Refusals(account.name(), System::nanoTime), transfer);
        secrets = new EnvelopeCodec.Secrets(account.appid(), given(account.token(), account.previousToken()),
                given(account.aesKey(), account.previousAesKey()).stream().map(AesKey::new).toList(), account.plain());
        this.inbox = inbox;
        this.clock = clock;
    }

    private static List<String> given(String... all) {
        return Stream.of(all).filter(one -> !one.isEmpty()).toList();
    }

    @Override
    public boolean serves(String asked) {
        return asked.equals(path);
    }

    @Override
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new WholeRequestHandler(WholeRequestHandler.MAX_BODY), new SignatureHandler(secrets.tokens()),
                new EnvelopeCodec(secrets, clock, random), new InboundHandler(account, inbox, words, clock));
    }
}
