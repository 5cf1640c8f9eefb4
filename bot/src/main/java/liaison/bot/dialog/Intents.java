package liaison.bot.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What is wanted, by the words alone: the intent that the weighted signs of the text speak for; without weights, and for long
 * texts, the first one that is heard. Names that no pattern can say stand here; they are those of the utterances that the book is
 * measured with.
 */
final class Intents {
    static final String REPORT = "report_issue";
    static final String EMERGENCY = "emergency";
    static final String TWICE = "duplicate";
    private static final String ASIDE = "switch_topic";
    private static final String PLACE_ALONE = "address_only";
    private static final String ANYTHING_ELSE = "odd_input";
    /** A sentence long enough to tell of a matter, whatever its words. */
    private static final String TOLD = "told";
    private static final String DANGER = "@danger";
    /** Decided before weights are asked. */
    private static final Set<String> NEVER_WEIGHED = Set.of(EMERGENCY);
    /** Leads of the lines that were kept apart: no emergency told by rules was below 30, all false ones were below -20. */
    private static final int MOST_DOUBT = 15;
    private static final int LEAST_LEAD = 20;
    private static final char FIRST_HAN = '\u2e80';

    private final Vocabulary vocabulary;
    private final IntentWeights weights;
    private final List<String> names;
    private final Set<String> onlyBound;
    private final Set<String> unbound;
    private final List<String> emergencies;

    Intents(BookBuilder from, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        weights = from.weights.build();
        names = List.copyOf(from.intents);
        onlyBound = Set.copyOf(from.onlyBound);
        var unbound = new HashSet<>(NEVER_WEIGHED);
        unbound.addAll(onlyBound);
        this.unbound = Set.copyOf(unbound);
        emergencies = List.copyOf(from.emergencies);
    }

    /** @param isBound whether the sender may mean what only deputies and staff say; asked only where it matters */
    String of(Heard heard, BooleanSupplier namesPlace, BooleanSupplier isBound) {
        if (isEmergency(heard)) {
            return hears(heard, ASIDE) ? ASIDE : EMERGENCY;
        }
        if (SaidTwice.is(heard.plain())) {
            return TWICE;
        }
        String exact = first(name -> heard.hearsExactly(vocabulary.signal(name)), isBound);
        if (!exact.isEmpty()) {
            return exact;
        }
        String heardFirst = first(name -> hears(heard, name), isBound);
        if (!isWeighed(heard)) {
            return heardFirst.isEmpty() ? otherwise(heard, namesPlace.getAsBoolean()) : heardFirst;
        }
        if (heardFirst.isEmpty() && isForeign(heard.plain())) {
            return ANYTHING_ELSE;
        }
        return weighed(heard, isBound);
    }

    IntentWeights weights() {
        return weights;
    }

    /** By the rules, unless the weights are clearly against it; or by the weights alone, where a word of danger is there. */
    boolean isEmergency(Heard heard) {
        boolean told = emergencies.stream().anyMatch(name -> hears(heard, name));
        if (!isWeighed(heard) || (!told && !hears(heard, DANGER))) {
            return told;
        }
        return lead(heard.scores(weights, vocabulary.signals())) >= (told ? -MOST_DOUBT : LEAST_LEAD);
    }

    /** By how much an emergency leads whatever else is most likely. */
    private int lead(int[] scores) {
        int emergency = 0;
        int other = Integer.MIN_VALUE;
        for (int i = 0; i < scores.length; i++) {
            String name = weights.intents().get(i);
            if (name.equals(EMERGENCY)) {
                emergency = scores[i];
            } else if (!name.equals(ASIDE)) {
                other = Math.max(other, scores[i]);
            }
        }
        return emergency - other;
    }

    private boolean isWeighed(Heard heard) {
        return !weights.isEmpty() && heard.plain().length() <= IntentWeights.LONGEST;
    }

    private String first(Predicate<String> isHeard, BooleanSupplier isBound) {
        for (String name : names) {
            if (isHeard.test(name) && isMeant(name, isBound)) {
                return name;
            }
        }
        return "";
    }

    private String weighed(Heard heard, BooleanSupplier isBound) {
        int[] scores = heard.scores(weights, vocabulary.signals());
        String best = best(scores, NEVER_WEIGHED);
        return isMeant(best, isBound) ? best : best(scores, unbound);
    }

    private String best(int[] scores, Set<String> except) {
        String best = "";
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < scores.length; i++) {
            String name = weights.intents().get(i);
            if (scores[i] > most && !except.contains(name)) {
                most = scores[i];
                best = name;
            }
        }
        return best;
    }

    private boolean isMeant(String name, BooleanSupplier isBound) {
        return !onlyBound.contains(name) || isBound.getAsBoolean();
    }

    private static boolean isForeign(String plain) {
        return plain.chars().noneMatch(c -> c >= FIRST_HAN);
    }

    private String otherwise(Heard heard, boolean namesPlace) {
        if (heard.topic().known() || (!namesPlace && hears(heard, TOLD))) {
            return REPORT;
        }
        return namesPlace ? PLACE_ALONE : ANYTHING_ELSE;
    }

    private boolean hears(Heard heard, String signal) {
        return heard.hears(vocabulary.signal(signal));
    }
}
