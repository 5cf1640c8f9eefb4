package liaison.bot.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the thing that a text is about among those seen so far, by the names in it first and then by its words. The numbers
 * below are measured: see RATIONALE.md.
 */
final class Issues {
    /** How many are kept before older ones are forgotten. */
    private static final int MOST = 25_000;
    private static final int MOST_UNDER_A_NAME = 200;
    private static final int MOST_LOOKED_AT = 30;
    /** Many are an average that a new one seldom meets. */
    private static final double NAMES_OF_MANY = 0.08;
    private static final double WORDS_OF_MANY = 0.1;

    private Shelf young = new Shelf();
    private Shelf old = new Shelf();

    private static final class Shelf {
        final Postings byName = new Postings();
        final List<Issue> issues = new ArrayList<>();
    }

    Optional<Issue> find(Sketch sketch, Instant at) {
        Map<Issue, Float> named = new HashMap<>();
        for (var shelf : List.of(young, old)) {
            for (int i = 0; i < sketch.place().pairs.length; i++) {
                float weight = sketch.place().values[i];
                shelf.byName.each(sketch.place().pairs[i], MOST_UNDER_A_NAME,
                        number -> named.merge(shelf.issues.get(number), weight, Float::sum));
            }
        }
        return named.entrySet().stream()
                .filter(entry -> (sketch.site.isShort() || entry.getValue() >= Sameness.NAMES) && entry.getKey().isOpenAt(at))
                .sorted(Comparator.<Map.Entry<Issue, Float>>comparingDouble(entry -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().name))
                .limit(MOST_LOOKED_AT).map(Map.Entry::getKey).filter(issue -> isAbout(issue, sketch))
                .max(Comparator.comparingDouble(issue -> likeness(issue, sketch)));
    }

    private static boolean isAbout(Issue issue, Sketch sketch) {
        return issue.places.members() == 1 ? issue.isOne(sketch) : isAboutMany(issue, sketch);
    }

    private static boolean isAboutMany(Issue issue, Sketch sketch) {
        if (issue.isElsewhere(sketch) || issue.isOtherThing(sketch)) {
            return false;
        }
        if (issue.isToldIn(sketch)) {
            return true;
        }
        return issue.places.shared(sketch.place()) >= Sameness.NAMES && issue.places.likeness(sketch.place()) >= NAMES_OF_MANY
                && issue.problems.likeness(sketch.problem()) >= WORDS_OF_MANY;
    }

    private static double likeness(Issue issue, Sketch sketch) {
        return issue.places.likeness(sketch.place()) + issue.problems.likeness(sketch.problem());
    }

    /** Lets the issue be found by the names in a text of it. */
    void name(Issue issue, Sketch sketch) {
        if (young.issues.size() == MOST) {
            old = young;
            young = new Shelf();
        }
        int number = young.issues.size();
        young.issues.add(issue);
        for (int pair : sketch.place().pairs) {
            young.byName.add(pair, number);
        }
    }
}
