package liaison.bot.dialog;

import java.util.List;

/**
 * One answer that a form collects.
 *
 * @param label what the read-back calls it, and by what it can be corrected
 * @param question name of the text that asks for it
 * @param counted whether the progress counts it
 * @param optional it is asked for only when the resident wishes
 * @param takes conditions any of which makes the opening words an answer; used by slots of words
 */
record Slot(String name, String label, SlotKind kind, String question, boolean counted, boolean optional, List<Condition> takes) {
    Slot {
        takes = List.copyOf(takes);
    }
}
