package liaison.bot.dialog;

import java.util.List;

/**
 * The outcome of one message: plain data, nothing done yet.
 *
 * @param effects what goes into the ledger with the message, or not at all
 * @param rule name of the rule that decided, for explanations
 */
public record Turn(Dialog next, Reply reply, List<Effect> effects, String rule) {
    public Turn {
        effects = List.copyOf(effects);
    }

    /** The same turn where a rule let the message be decided anew. */
    Turn by(String first) {
        return new Turn(next, reply, effects, first);
    }
}
