package liaison.bot.dialog;

import java.util.List;

/**
 * One answer that a form collects.
 *
 * @param labels by what it can be corrected; the first is what the read-back calls it
 * @param question name of the text that asks for it
 * @param counted whether the progress counts it
 * @param optional it is asked for only when the resident wishes
 * @param takes whether the opening words are an answer; used by slots of words and by places that nobody knows
 * @param refuses whether a message is no answer to its question
 */
record Slot(String name, List<String> labels, SlotKind kind, String question, boolean counted, boolean optional, Condition takes,
        Condition refuses) {
    Slot {
        labels = List.copyOf(labels);
    }
}
