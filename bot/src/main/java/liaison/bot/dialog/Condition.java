package liaison.bot.dialog;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a rule applies; looks, and changes nothing. */
interface Condition {
    boolean holds(Scene scene);

    /** Whether it depends on nothing but what is asked and what kind of message came. */
    default boolean isOfState() {
        return false;
    }

    /** Whether something must be read, weighed or asked of a store for it, and not only looked up in what was heard. */
    default boolean isDear() {
        return true;
    }

    /** Signals of which one must be heard for it to hold; empty where it may hold without any. */
    default Optional<BitSet> needed() {
        return Optional.empty();
    }

    /** The same conditions, those first that cost little: in what order they are asked changes nothing else. */
    static List<Condition> cheapFirst(List<Condition> conditions) {
        return conditions.stream().sorted(Comparator.comparing(Condition::isDear)).toList();
    }

    /** Whether all of them hold. */
    static Condition all(List<Condition> conditions) {
        return new Several(cheapFirst(conditions), true);
    }

    /** Whether one of them holds. */
    static Condition any(List<Condition> conditions) {
        return new Several(cheapFirst(conditions), false);
    }

    /** Several conditions as one, of which all must hold or any; without an iterator for each, since a message asks hundreds. */
    record Several(List<Condition> conditions, boolean all) implements Condition {
        @Override
        public boolean holds(Scene scene) {
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).holds(scene) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public boolean isDear() {
            return conditions.stream().anyMatch(Condition::isDear);
        }
    }
}
