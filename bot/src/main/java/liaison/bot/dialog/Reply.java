package liaison.bot.dialog;

import java.util.List;
import liaison.bot.message.OutboundMessage.Choice;

/**
 * The words of one turn, as they stand in the journal.
 *
 * @param text may be empty: nothing is said
 * @param card consent, readback, filed, emergency, person, or empty
 * @param progress how much is still to be asked, or empty
 */
public record Reply(String text, List<Choice> choices, String card, String progress) {
    public static final Reply SILENT = new Reply("", List.of(), "", "");

    public Reply {
        choices = List.copyOf(choices);
    }

    public static Reply of(String text) {
        return new Reply(text, List.of(), "", "");
    }
}
