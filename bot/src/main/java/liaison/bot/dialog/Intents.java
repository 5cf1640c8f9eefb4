package liaison.bot.dialog;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import liaison.bot.dialog.Sentences.Run;
import liaison.bot.text.Span;

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
    static final String TOLD = "told";
    /** Danger that the weights may find without a pattern's help. */
    private static final String ALARMING = "alarming";
    /** Nothing is said that makes it the past, a wish or a complaint. */
    private static final String IMMEDIATE = "immediate";
    /** Words that call for help and nothing else; in letters they are a figure of speech. */
    private static final String CRY = "cry";
    /** That it happens to somebody now, and is not asked in general. */
    private static final String PRESENT = "present";
    /** That it began just now: without it no long letter is looked through. */
    private static final String SUDDEN = "sudden";
    private static final String WORD_OF_DANGER = "@danger";
    private static final String WORD_OF_NOW = "@now";
    private static final String WORD_OF_CALLING = "@summons";
    private static final Set<String> BUILT_IN = Set.of(REPORT, EMERGENCY, TWICE, ASIDE, PLACE_ALONE, ANYTHING_ELSE);
    /** Decided before weights are asked. */
    private static final Set<String> NEVER_WEIGHED = Set.of(EMERGENCY);
    /** Patterns are hardly ever vetoed: over five folds of the own lines, 15 missed 19 of 302 emergencies, 120 missed 8, none 7. */
    private static final int MOST_DOUBT = 150;
    /** Where something says that it is past, imagined or complained of, the weights are believed sooner. */
    private static final int MOST_DOUBT_OF_TALES = 60;
    /** What the weights need to raise an alarm where a word of danger stands. */
    private static final int LEAST_LEAD = 20;
    /** And where none does. */
    private static final int CLEAR_LEAD = 55;
    /** And in a part of what is too long to be weighed as a whole. */
    private static final int LEAD_IN_LETTERS = 110;
    /** And in a sentence among others where no word of danger stands at all: of 227 dangers it finds 29 more, and raises no alarm over 5,598 letters. */
    private static final int LEAD_AMONG_OTHERS = 80;
    private static final char FIRST_HAN = '\u2e80';

    /** By the vocabulary's signals: the signs that they are. */
    private final int[] signs;
    private final int[] signals;
    private final long[] dangers;
    private final int aside;
    private final int alarming;
    private final int immediate;
    private final int wordOfDanger;
    private final int told;
    private final int now;
    private final int summons;
    private final int cry;
    private final int present;
    private final int sudden;
    /** Words without which no part of a text is told to be in danger, and those without which none calls for help now. */
    private final long[] grave;
    private final long[] calls;
    private final IntentWeights weights;
    private final Vocabulary vocabulary;
    private final Pieces pieces;
    private final List<String> names;
    private final Set<String> onlyBound;
    private final Set<String> unbound;

    Intents(BookBuilder from, Vocabulary vocabulary) {
        weights = from.weights.build();
        signs = weights.signsOf(vocabulary.signals());
        signals = from.intents.stream().mapToInt(vocabulary::signal).toArray();
        dangers = from.emergencies.stream().filter(name -> !name.equals(CRY)).mapToInt(vocabulary::signal)
                .collect(BitSet::new, BitSet::set, BitSet::or).toLongArray();
        aside = vocabulary.signal(ASIDE);
        alarming = vocabulary.signal(ALARMING);
        immediate = vocabulary.signal(IMMEDIATE);
        wordOfDanger = vocabulary.signal(WORD_OF_DANGER);
        told = vocabulary.signal(TOLD);
        now = vocabulary.signal(WORD_OF_NOW);
        summons = vocabulary.signal(WORD_OF_CALLING);
        cry = vocabulary.signal(CRY);
        present = vocabulary.signal(PRESENT);
        sudden = vocabulary.signal(SUDDEN);
        grave = vocabulary.keywordsOf(bits(dangers, cry, alarming));
        calls = vocabulary.keywordsOf(bits(new long[0], now, summons));
        this.vocabulary = vocabulary;
        pieces = from.pieces;
        names = List.copyOf(from.intents);
        onlyBound = Set.copyOf(from.onlyBound);
        var unbound = new HashSet<>(NEVER_WEIGHED);
        unbound.addAll(onlyBound);
        this.unbound = Set.copyOf(unbound);
    }

    /** Whether a name is an intent also without a pattern of its own. */
    static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name);
    }

    /** @param isBound whether the sender may mean what only deputies and staff say; asked only where it matters */
    String of(Heard heard, BooleanSupplier namesPlace, BooleanSupplier isBound) {
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

    /** Whether somebody is in danger, be it only in one of several things that are told. */
    boolean isEmergency(Heard heard) {
        return danger(heard).isPresent();
    }

    /** What is heard where somebody is in danger: all that was said, or the part of it that says so. */
    Optional<Heard> danger(Heard heard) {
        return heard.alarm(this::alarm);
    }

    private Optional<Heard> alarm(Heard whole) {
        String few = whole.hears(wordOfDanger) ? Repeats.fewer(whole.text()) : whole.text();
        var heard = few.length() < whole.text().length() ? vocabulary.hear(few) : whole;
        if (isDanger(heard)) {
            return Optional.of(heard);
        }
        boolean isLetter = !isWeighed(heard);
        Predicate<Heard> alone = part -> isLetter ? isClearDanger(part, true) : isDanger(part);
        var among = first(pieces.of(few), alone).or(() -> pieces.afterOpening(few).map(vocabulary::hear)
                .filter(rest -> rest.hears(present) && alone.test(rest)));
        if (among.isPresent()) {
            return among;
        }
        if (!heard.hears(wordOfDanger)) {
            var sentences = isLetter ? List.<Run>of() : Sentences.of(few, Sentences.whole(few));
            return first(few, sentences.stream(), part -> isDanger(part) && lead(part.scores(weights, signs)) >= LEAD_AMONG_OTHERS);
        }
        if (!Sentences.isLong(few)) {
            return within(heard, alone, isLetter);
        }
        return heard.hears(sudden) ? atEdges(heard) : Optional.empty();
    }

    /** Told among other things: by a sentence by itself, or by clauses that are clear and call for help or say that it is now. */
    private Optional<Heard> within(Heard heard, Predicate<Heard> alone, boolean isLetter) {
        String text = heard.text();
        var clues = new Clues(heard);
        Predicate<Heard> calling = part -> isCalling(part) && isClearDanger(part, isLetter);
        var sentences = Sentences.of(text, Sentences.whole(text)).stream().filter(run -> !isLetter || clues.areGrave(run));
        return first(text, sentences, alone)
                .or(() -> first(text, Sentences.clauses(text, Sentences.whole(text)).stream().filter(clues::call), calling))
                .or(() -> first(text, Sentences.stretches(text).stream().filter(clues::areGrave), calling.or(this::isPlainDanger)));
    }

    /** Where a long letter begins or ends, in words that leave no doubt. */
    private Optional<Heard> atEdges(Heard heard) {
        String text = heard.text();
        var clues = new Clues(heard);
        return Sentences.edges(text).stream()
                .flatMap(edge -> first(text, Sentences.of(text, edge).stream().filter(clues::areGrave), this::isPlainDanger)
                        .or(() -> first(text, Sentences.clauses(text, edge).stream().filter(clues::call),
                                part -> isCalling(part) && isPlainDanger(part)))
                        .stream())
                .findFirst();
    }

    /** Where the words of danger stand in a text: what holds none need not be heard by itself. */
    private final class Clues {
        private final boolean isCut;
        private final List<Span> gravely;
        private final List<Span> calling;

        Clues(Heard heard) {
            isCut = heard.isCut();
            gravely = heard.words(grave);
            calling = heard.words(calls);
        }

        boolean areGrave(Run run) {
            return isCut || isIn(run, gravely);
        }

        boolean call(Run run) {
            return areGrave(run) && (isCut || isIn(run, calling));
        }

        private static boolean isIn(Run run, List<Span> words) {
            for (var word : words) {
                if (word.start() >= run.start() && word.end() <= run.end()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<Heard> first(String text, Stream<Run> runs, Predicate<Heard> isDanger) {
        return runs.map(run -> vocabulary.hear(run.of(text))).filter(isDanger).findFirst();
    }

    private static long[] bits(long[] signals, int... more) {
        var bits = BitSet.valueOf(signals);
        for (int signal : more) {
            if (signal >= 0) {
                bits.set(signal);
            }
        }
        return bits.toLongArray();
    }

    private boolean isCalling(Heard heard) {
        return heard.hears(now) || heard.hears(summons);
    }

    private Optional<Heard> first(List<String> parts, Predicate<Heard> isDanger) {
        return parts.stream().map(vocabulary::hear).filter(isDanger).findFirst();
    }

    /** By the rules, unless the weights are clearly against it; or by the weights, the more clearly the less is there besides. */
    private boolean isDanger(Heard heard) {
        boolean byRules = isByRules(heard);
        if (!isWeighed(heard) || (!byRules && !heard.hears(alarming) && !heard.hears(immediate))) {
            return byRules;
        }
        return lead(heard.scores(weights, signs)) >= (byRules ? -doubt(heard) : least(heard));
    }

    /** By the rules and the weights, or by weights that leave little doubt: the less in a letter, whose clauses sound like anything. */
    private boolean isClearDanger(Heard heard, boolean isLetter) {
        boolean byRules = isLetter ? isTold(heard) : isByRules(heard);
        boolean isNow = heard.hears(immediate);
        boolean byWeights = heard.hears(alarming) && (!isLetter || (isNow && heard.hears(wordOfDanger) && !heard.hears(cry)));
        int least = isLetter && !(byRules && isNow) ? LEAD_IN_LETTERS : byRules ? LEAST_LEAD : CLEAR_LEAD;
        return isWeighed(heard) && (byRules || byWeights) && lead(heard.scores(weights, signs)) >= least;
    }

    /** By the rules, with hardly a doubt. */
    private boolean isPlainDanger(Heard heard) {
        return isTold(heard) && heard.hears(immediate) && isWeighed(heard)
                && lead(heard.scores(weights, signs)) >= LEAD_IN_LETTERS;
    }

    private boolean isByRules(Heard heard) {
        return heard.hears(cry) || isTold(heard);
    }

    private boolean isTold(Heard heard) {
        return heard.hearsAny(dangers);
    }

    private int doubt(Heard heard) {
        return heard.hears(immediate) ? MOST_DOUBT : MOST_DOUBT_OF_TALES;
    }

    private int least(Heard heard) {
        return heard.hears(immediate) && (heard.hears(alarming) || heard.hears(wordOfDanger)) ? LEAST_LEAD : CLEAR_LEAD;
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

    private static boolean isForeign(String plain) {
        return plain.chars().noneMatch(c -> c >= FIRST_HAN);
    }

    private String otherwise(Heard heard, boolean namesPlace) {
        if (heard.matter().tells() || (!namesPlace && heard.hears(told))) {
            return REPORT;
        }
        return namesPlace ? PLACE_ALONE : ANYTHING_ELSE;
    }
}
