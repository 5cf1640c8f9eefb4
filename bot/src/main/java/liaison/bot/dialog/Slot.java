package liaison.bot.dialog;

import java.util.List;

/**
 * One answer that a form collects.
 *
 * @param labels by what it can be corrected; the first is what the read-back calls it
 * @param question name of the text that asks for it
 * @param counted whether the progress counts it
 * @param optional it is asked for only when the resident wishes
 * @param takes conditions any of which makes the opening words an answer; used by slots of words and by places that nobody knows
 * @param refuses conditions any of which makes a message no answer
 */
record Slot(String name, List<String> labels, SlotKind kind, String question, boolean counted, boolean optional, List<Condition> takes,
        List<Condition> refuses) {
    Slot {
        labels = List.copyOf(labels);
        takes = List.copyOf(takes);
        refuses = List.copyOf(refuses);
    }

    /** Whether the message is no answer to its question. */
    boolean isRefused(Scene scene) {
        return refuses.stream().anyMatch(one -> one.holds(scene));
    }
}
