package liaison.gateway.wechat;

import io.netty.channel.ChannelHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import liaison.bot.message.Channel;
import liaison.gateway.netty.Inbox;

/** What becomes of the signed deliveries of one account: opened, offered to the inbox, answered. Official Accounts and WeCom alike. */
public final class Deliveries {
    private final InboundHandler.Account account;
    private final Supplier<Secrets> secrets;
    private final Inbox inbox;
    private final Clock clock;
    private final Words words = new Words();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param secrets asked at every delivery, so that they may change while connections are open
     * @param transfer whether who asks for a person is handed over to the platform's own customer service
     */
    public Deliveries(Channel channel, Supplier<Secrets> secrets, BooleanSupplier transfer, Inbox inbox, Clock clock) {
        account = new InboundHandler.Account(channel, new Tries(), new Refusals(channel.account(), System::nanoTime), transfer);
        this.secrets = secrets;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Takes a {@link SignedRequest}, hands a {@link Received} on. */
    public ChannelHandler codec() {
        return new EnvelopeCodec(secrets, clock, random);
    }

    /** Takes a {@link Received}, and answers what the others before it refused, too. */
    public ChannelHandler inbound() {
        return new InboundHandler(account, inbox, words, clock);
    }
}
