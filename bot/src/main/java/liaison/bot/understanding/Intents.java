package liaison.bot.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * What is wanted, by the words alone: the intent that the weighted signs of the text speak for; without weights, and for long
 * texts, the first one that is heard. Names that no pattern can say stand here; they are those of the utterances that the book is
 * measured with.
 */
public final class Intents {
    static final String REPORT = "report_issue";
    static final String EMERGENCY = "emergency";
    public static final String TWICE = "duplicate";
    static final String ASIDE = "switch_topic";
    private static final String PLACE_ALONE = "address_only";
    private static final String ANYTHING_ELSE = "odd_input";
    /** A sentence long enough to tell of a matter, whatever its words. */
    static final String TOLD = "told";
    private static final Set<String> BUILT_IN = Set.of(REPORT, EMERGENCY, TWICE, ASIDE, PLACE_ALONE, ANYTHING_ELSE);
    /** Decided before weights are asked. */
    private static final Set<String> NEVER_WEIGHED = Set.of(EMERGENCY);

    /** By the vocabulary's signals: the signs that they are. */
    private final int[] signs;
    private final int[] signals;
    private final int aside;
    private final int told;
    private final IntentWeights weights;
    private final Alarms alarms;
    private final List<String> names;
    private final Set<String> onlyBound;
    private final Set<String> unbound;

    public Intents(Vocabulary vocabulary, IntentWeights weights, List<String> names, Set<String> onlyBound, Alarms alarms) {
        this.weights = weights;
        signs = weights.signsOf(vocabulary.signals());
        signals = names.stream().mapToInt(vocabulary::signal).toArray();
        aside = vocabulary.signal(ASIDE);
        told = vocabulary.signal(TOLD);
        this.alarms = alarms;
        this.names = List.copyOf(names);
        this.onlyBound = Set.copyOf(onlyBound);
        var unbound = new HashSet<>(NEVER_WEIGHED);
        unbound.addAll(onlyBound);
        this.unbound = Set.copyOf(unbound);
    }

    /** Whether a name is an intent also without a pattern of its own. */
    public static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name);
    }

    /** What a text wants; {@code isBound} is whether its sender may mean what only deputies and staff say, asked only where it matters. */
    public String of(Heard heard, BooleanSupplier namesPlace, BooleanSupplier isBound) {
        if (isEmergency(heard)) {
            return heard.hears(aside) ? ASIDE : EMERGENCY;
        }
        if (SaidTwice.is(heard.plain())) {
            return TWICE;
        }
        String exact = first(heard::hearsExactly, isBound);
        if (!exact.isEmpty()) {
            return exact;
        }
        String heardFirst = first(heard::hears, isBound);
        if (!weights.weigh(heard)) {
            return heardFirst.isEmpty() ? otherwise(heard, namesPlace.getAsBoolean()) : heardFirst;
        }
        if (heardFirst.isEmpty() && heard.isForeign()) {
            return ANYTHING_ELSE;
        }
        return weighed(heard, isBound);
    }

    IntentWeights weights() {
        return weights;
    }

    /** Whether somebody is in danger, be it only in one of several things that are told. */
    public boolean isEmergency(Heard heard) {
        return !dangers(heard).isEmpty();
    }

    /** Whether somebody may be in danger, by the weights alone. */
    public boolean isLikelyEmergency(Heard heard) {
        return alarms.areLikely(dangers(heard));
    }

    /** What is heard where somebody is in danger: all that was said, or the parts of it that say so. */
    public List<Heard> dangers(Heard heard) {
        return heard.alarms(alarms::of);
    }

    private String first(IntPredicate isHeard, BooleanSupplier isBound) {
        for (int i = 0; i < signals.length; i++) {
            if (isHeard.test(signals[i]) && isMeant(names.get(i), isBound)) {
                return names.get(i);
            }
        }
        return "";
    }

    private String weighed(Heard heard, BooleanSupplier isBound) {
        int[] scores = heard.scores(weights, signs);
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

    private String otherwise(Heard heard, boolean namesPlace) {
        if (heard.matter().tells() || (!namesPlace && heard.hears(told))) {
            return REPORT;
        }
        return namesPlace ? PLACE_ALONE : ANYTHING_ELSE;
    }
}
