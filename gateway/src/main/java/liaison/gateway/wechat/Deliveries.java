package liaison.gateway.wechat;

import io.netty.channel.ChannelHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import liaison.bot.message.Channel;
import liaison.gateway.netty.Inbox;

/** What becomes of the signed deliveries of one account: opened, offered to the inbox, answered. Official Accounts and WeCom alike. */
public final class Deliveries {
    private final Channel channel;
    private final Supplier<Secrets> secrets;
    private final Inbox inbox;
    private final Clock clock;
    private final Tries tries = new Tries();
    private final Words words = new Words();
    private final SecureRandom random = new SecureRandom();

    /** @param secrets asked at every delivery, so that they may change while connections are open */
    public Deliveries(Channel channel, Supplier<Secrets> secrets, Inbox inbox, Clock clock) {
        this.channel = channel;
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
        return new InboundHandler(channel, inbox, tries, words, clock);
    }
}
