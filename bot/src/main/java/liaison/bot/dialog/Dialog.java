package liaison.bot.dialog;

import java.util.Map;

/**
 * The state of the talk with one address after a message, immutable.
 *
 * @param book hash of the rule book that the open form began with; empty when no form is open
 * @param form the errand in progress, empty for none
 * @param asking what was asked last: a slot of the form or a question of its own, empty for nothing
 * @param slots answers collected for the form
 * @param memory what outlives a form: consent, station, kept drafts, the last request
 * @param misses how many messages in a row were not understood
 */
public record Dialog(String book, String form, String asking, Map<String, String> slots, Map<String, String> memory, int misses) {
    public static final Dialog START = new Dialog("", "", "", Map.of(), Map.of(), 0);

    public Dialog {
        slots = Map.copyOf(slots);
        memory = Map.copyOf(memory);
    }
}
