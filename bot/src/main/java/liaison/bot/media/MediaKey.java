package liaison.bot.media;

import liaison.bot.message.Address;

/** Names what came with one message: whose it is, and the message's number in the journal. */
public record MediaKey(Address address, long seq) {
}
