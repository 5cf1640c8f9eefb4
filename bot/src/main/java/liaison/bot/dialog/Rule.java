package liaison.bot.dialog;

import java.util.List;

/**
 * Condition and steps under a name.
 *
 * @param words the conditions as written, to tell a rule that can never be reached
 */
record Rule(String name, List<String> words, List<Condition> when, List<Step> then) {
    Rule {
        words = List.copyOf(words);
        when = Condition.cheapFirst(when);
        then = List.copyOf(then);
    }

    /** Whether it may apply to some message of the scene's kind while the same is asked. */
    boolean mayApply(Scene scene) {
        return holds(true, scene);
    }

    /** Whether one that may apply does. */
    boolean applies(Scene scene) {
        return holds(false, scene);
    }

    // some hundred times a message, without an iterator for each
    private boolean holds(boolean ofState, Scene scene) {
        for (int i = 0; i < when.size(); i++) {
            var condition = when.get(i);
            if (condition.isOfState() == ofState && !condition.holds(scene)) {
                return false;
            }
        }
        return true;
    }

    /** Whether whatever the other applies to, this one does. */
    boolean covers(Rule other) {
        return other.words.containsAll(words);
    }
}
