package liaison.gateway.netty;

import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;

/** Where a channel hands what it received; what is behind it decides and stores off the event loop. */
public interface Inbox {
    /** Takes the message unless the lane of its sender is full; then false, and nobody calls back. */
    boolean offer(InboundMessage message, Waiting waiting);

    /** The answer to the message that became this row was flushed to an open connection. */
    void told(Address address, long seq);

    /** The answer to the message that became this row reaches nobody who waits for it: it is sent another way. */
    void untold(Address address, long seq);
}
