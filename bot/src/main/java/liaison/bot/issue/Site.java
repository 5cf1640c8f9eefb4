package liaison.bot.issue;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text says of where and what: names and numbers of places, things that are wrong, and, if it is short, the pairs of all other letters. */
record Site(String letters, Set<String> names, Set<Numbered> numbers, Things things, Rest rest) {
    /** Above this length words are weighed, below it things compared: most of a short text is its place. */
    private static final int SHORT = 60;
    /** Short texts at one place share so much of what else they say: the same was written again. */
    private static final double SAID = 0.3;

    /** A number of a house, a line or the like; some are names by themselves. */
    record Numbered(String kind, String value, boolean isName) {
    }

    /** The pairs of letters of a short text that stand in no name or number of a place. */
    static final class Rest {
        private final String letters;
        private final boolean[] placed;
        private @Nullable Set<Integer> pairs;

        Rest(String letters, boolean[] placed) {
            this.letters = letters;
            this.placed = placed;
        }

        /** How much of the shorter one's stands in the other's; all where one has none. */
        private double share(Rest other) {
            long both = pairs().stream().filter(other.pairs()::contains).count();
            int least = Math.min(pairs().size(), other.pairs().size());
            return least == 0 ? 1 : (double) both / least;
        }

        private Set<Integer> pairs() {
            if (pairs == null) {
                pairs = new HashSet<>();
                for (int i = 0; isShort(letters) && i + 1 < letters.length(); i++) {
                    if (!placed[i] && !placed[i + 1]) {
                        pairs.add(Rarity.pair(letters.charAt(i), letters.charAt(i + 1)));
                    }
                }
            }
            return pairs;
        }
    }

    static boolean isShort(String letters) {
        return letters.length() <= SHORT;
    }

    boolean isShort() {
        return isShort(letters);
    }

    /** Whether each tells of a place that the other does not tell of; one that tells of none, or of one more, is not elsewhere. */
    boolean isElsewhere(Site other) {
        return (namesMore(other) && other.namesMore(this)) || numbersElsewhere(other);
    }

    /** Whether texts that name much besides have no place in common. */
    boolean isApart(Site other) {
        return namesNone(other) && other.namesNone(this) && !sharesName(other);
    }

    private boolean namesMore(Site other) {
        return names.stream().anyMatch(name -> !other.letters.contains(name));
    }

    private boolean namesNone(Site other) {
        return !names.isEmpty() && names.stream().noneMatch(other.letters::contains);
    }

    /** Whether each gives a number of one kind that the other does not give. */
    boolean numbersElsewhere(Site other) {
        return numbers.stream().anyMatch(number -> !other.numbers.contains(number)
                && other.numbers.stream().anyMatch(their -> their.kind.equals(number.kind) && !numbers.contains(their)));
    }

    boolean sharesName(Site other) {
        return names.stream().anyMatch(other.names::contains)
                || numbers.stream().anyMatch(number -> number.isName && other.numbers.contains(number));
    }

    /** Whether the texts are short, and say different things of one place, however much they look alike by its name. */
    boolean tellsAnother(Site other) {
        if (!isShort() || !other.isShort()) {
            return false;
        }
        if (!things.isEmpty() && !other.things.isEmpty()) {
            return things.shared(other.things).isEmpty();
        }
        return rest.share(other.rest) < SAID;
    }
}
