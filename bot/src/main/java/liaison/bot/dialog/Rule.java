package liaison.bot.dialog;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** The fewest signals of which one must be heard for it to apply; empty where it may apply without any. */
    Optional<BitSet> needed() {
        return when.stream().flatMap(condition -> condition.needed().stream()).min(Comparator.comparingInt(BitSet::cardinality));
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
