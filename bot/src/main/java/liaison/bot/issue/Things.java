package liaison.bot.issue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a text says is wrong.
 *
 * @param named things that can be wrong by themselves
 * @param vague what mostly comes of something else, such as noise
 * @param brought what comes of the named things
 */
record Things(Set<String> named, Set<String> vague, Set<String> brought) {
    Things {
        named = Set.copyOf(named);
        vague = Set.copyOf(vague);
        brought = Set.copyOf(brought);
    }

    boolean isEmpty() {
        return named.isEmpty() && vague.isEmpty();
    }

    /** What is wrong in both: what comes of something counts only where one text or both say nothing of what it comes of. */
    List<String> shared(Things other) {
        if (named.isEmpty() && other.named.isEmpty()) {
            return both(vague, other.vague);
        }
        if (named.isEmpty() || other.named.isEmpty()) {
            return both(named.isEmpty() ? vague : brought, other.named.isEmpty() ? other.vague : other.brought);
        }
        return both(named, other.named);
    }

    private static List<String> both(Collection<String> ours, Collection<String> theirs) {
        var both = new TreeSet<>(ours);
        both.retainAll(theirs);
        return List.copyOf(both);
    }
}
