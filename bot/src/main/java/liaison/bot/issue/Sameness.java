package liaison.bot.issue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two filings are about one thing. Texts alone are judged here as well as reports whose places a directory knows; the
 * numbers are measured: see RATIONALE.md.
 */
public final class Sameness {
    /** Of a thing that nobody has written about for so long it is likely another one: a lamp that was mended breaks again. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** Weight of the names in common: more than one common pair, which may be chance. */
    static final double NAMES = 10;
    /** Texts must be like one another in their names, and the less so the more their words are. */
    private static final double LIKE = 0.75;
    private static final double SHARE_OF_WORDS = 0.8;
    private static final double LIKE_NAMES = 0.15;
    private static final double LIKE_WORDS = 0.14;

    private final Sketcher sketcher;

    private Sameness(Sketcher sketcher) {
        this.sketcher = sketcher;
    }

    public static Sameness shipped() {
        return new Sameness(Sketcher.shipped());
    }

    /** What was told, ready to be compared. It holds the text and is not stored. */
    public static final class Told {
        private final String place;
        private final String text;
        private final Sketch where;
        private final Sketch all;

        private Told(String place, String text, Sketch where, Sketch all) {
            this.place = place;
            this.text = text;
            this.where = where;
            this.all = all;
        }

        @Override
        public String toString() {
            return "Told at " + place;
        }
    }

    /**
     * A report to be compared.
     *
     * @param place its code in the directory, or empty
     * @param where as it was said, or empty
     */
    public Told told(String place, String where, String text) {
        return new Told(place, text, sketcher.sketch(where), sketcher.sketch(text.contains(where) ? text : where + "，" + text));
    }

    /** Whether one is the other written again. */
    public boolean isAgain(Told one, Told other) {
        return !hasOtherNumbers(one, other)
                && (one.text.equals(other.text) || (one.place.equals(other.place) && one.all.isNear(other.all)));
    }

    /** What is wrong in both, as people read it; nothing where they are about two things, or at two places. */
    public List<String> reason(Told one, Told other) {
        boolean here = !one.place.isEmpty() || isNamedAlike(one, other);
        if (!one.place.equals(other.place) || !here || hasOtherNumbers(one, other)) {
            return List.of();
        }
        return one.all.isNear(other.all) || isOne(one.all, other.all, true) ? one.all.reason(other.all) : List.of();
    }

    /**
     * Whether two texts in other words tell of one thing at one place.
     *
     * @param here whether the place is known to be the same
     */
    static boolean isOne(Sketch one, Sketch other, boolean here) {
        if (one.isElsewhere(other) || one.site.tellsAnother(other.site)) {
            return false;
        }
        return (here && !one.problem(other).isEmpty()) || one.tellsTheSame(other) || isLike(one, other);
    }

    /** Whether places that no directory knows have names in common; a name in the text alone may be the one that was put right. */
    private static boolean isNamedAlike(Told one, Told other) {
        return one.where.sharedNames(other.where) >= NAMES;
    }

    private static boolean isLike(Sketch one, Sketch other) {
        if (one.sharedNames(other) < NAMES) {
            return false;
        }
        double names = one.place().likeness(other.place());
        double words = one.problemLikeness(other);
        return names >= LIKE_NAMES && words >= LIKE_WORDS && names + SHARE_OF_WORDS * words >= LIKE;
    }

    /** Whether both places are given with numbers of houses, and none in common, or others of one kind. */
    private static boolean hasOtherNumbers(Told one, Told other) {
        var here = numbers(one.where);
        var there = numbers(other.where);
        boolean both = !here.isEmpty() && !there.isEmpty();
        here.retainAll(there);
        return (both && here.isEmpty()) || one.where.site.numbersElsewhere(other.where.site);
    }

    private static Set<String> numbers(Sketch where) {
        var numbers = new TreeSet<String>();
        where.site.numbers().forEach(number -> numbers.add(number.value()));
        String letters = where.letters;
        int start = -1;
        for (int i = 0; i <= letters.length(); i++) {
            boolean digit = i < letters.length() && Character.isDigit(letters.charAt(i));
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                numbers.add(letters.substring(start, i));
                start = -1;
            }
        }
        return numbers;
    }
}
