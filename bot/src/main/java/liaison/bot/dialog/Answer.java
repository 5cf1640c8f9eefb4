package liaison.bot.dialog;

import java.util.List;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage.Choice;

/**
 * What the sender of one message is told once it is durable.
 *
 * @param seq number of the journal row that holds it
 * @param text may be empty: an acknowledgement without words
 * @param card how a page may lay the words out: consent, readback, filed, emergency, person, or empty
 * @param progress a line such as 还差 1 项，共 4 项, or empty
 * @param guarded a confirmation that also stands in the outbox and is taken back once it was seen to leave
 * @param repeated the stored answer of a message that was known already
 */
public record Answer(Address to, long seq, String text, List<Choice> choices, String card, String progress, boolean guarded,
        boolean repeated) {
    public Answer {
        choices = List.copyOf(choices);
    }
}
