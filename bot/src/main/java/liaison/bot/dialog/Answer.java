package liaison.bot.dialog;

import java.util.List;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage.Choice;

/**
 * What is said back to one message, as it stands in the journal.
 *
 * @param seq the journal row it belongs to
 * @param text the words; empty where nothing is to be said
 * @param guarded the outbox says it as well, unless it is told that the words reached an open connection
 * @param repeated the message was known; this is what was answered then
 */
public record Answer(Address to, long seq, String text, List<Choice> choices, boolean guarded, boolean repeated) {
    public Answer {
        choices = List.copyOf(choices);
    }
}
