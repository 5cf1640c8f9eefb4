package liaison.gateway.chat;

import java.util.List;
import java.util.function.Consumer;
import liaison.bot.dialog.Conversation;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;

/** Delivers to the web chat: a message is there once it is a row of the talk, and the page hears of it if it is open. */
public final class ChatSender implements Sender {
    private final Conversation conversation;
    private final Consumer<Address> news;

    /**
     * A sender.
     *
     * @param news told of every address that has a new row, so that whoever holds its page looks
     */
    public ChatSender(Conversation conversation, Consumer<Address> news) {
        this.conversation = conversation;
        this.news = news;
    }

    @Override
    public Result send(OutboundMessage message, Way way) {
        conversation.say(List.of(message));
        news.accept(message.to());
        return new Result.Delivered();
    }
}
