package liaison.bot.understanding;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import liaison.bot.text.Fold;
import liaison.bot.understanding.Sentences.Run;

/** Hears whether somebody is in danger, in all that was said or in a part of it: by patterns and weights, of which neither alone is believed. */
public final class Alarms {
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
    /** That it is no true story: a slogan, a play, a rumour, something said in anger. */
    private static final String UNREAL = "unreal";
    /** That it is over, and everybody well. */
    private static final String SETTLED = "settled";
    private static final String WORD_OF_DANGER = "@danger";
    private static final String WORD_OF_NOW = "@now";
    private static final String WORD_OF_CALLING = "@summons";
    /** Patterns are hardly ever vetoed: over five folds of the own lines, 15 missed 19 of 302 emergencies, 120 missed 8, none 7. */
    private static final int MOST_DOUBT = 150;
    /** Where something says that it is past, imagined or complained of, the weights are believed sooner. */
    private static final int MOST_DOUBT_OF_TALES = 60;
    /** What the weights need to raise an alarm where a word of danger stands. */
    private static final int LEAST_LEAD = 20;
    /** And where none does: less hears none of the dangers that 70 misses, and more false ones over real subjects. */
    private static final int CLEAR_LEAD = 70;
    /** And in a part of what is too long to be weighed as a whole. */
    private static final int LEAD_IN_LETTERS = 110;
    /** And in a sentence among others where no word of danger stands at all: of 227 dangers it finds 29 more, and raises no alarm over 5,598 letters. */
    private static final int LEAD_AMONG_OTHERS = 80;

    /** So many parts in danger are told apart. */
    private static final int MOST_DANGERS = 6;

    private final IntentWeights weights;
    /** By the vocabulary's signals: the signs that they are. */
    private final int[] signs;
    private final Vocabulary vocabulary;
    private final Pieces pieces;
    private final Turns turns;
    private final Forewords forewords;
    private final long[] dangers;
    private final int alarming;
    private final int immediate;
    private final int wordOfDanger;
    private final int now;
    private final int summons;
    private final int cry;
    private final long[] untrue;
    private final int present;
    private final int sudden;
    /** Words without which no part of a text is told to be in danger, and those without which none calls for help now. */
    private final long[] grave;
    private final long[] calls;

    public Alarms(Vocabulary vocabulary, IntentWeights weights, Collection<String> emergencies, Pieces pieces) {
        this.weights = weights;
        signs = weights.signsOf(vocabulary.signals());
        this.vocabulary = vocabulary;
        this.pieces = pieces;
        turns = new Turns(vocabulary);
        forewords = new Forewords(vocabulary);
        dangers = emergencies.stream().filter(name -> !name.equals(CRY)).mapToInt(vocabulary::signal)
                .collect(BitSet::new, BitSet::set, BitSet::or).toLongArray();
        alarming = vocabulary.signal(ALARMING);
        immediate = vocabulary.signal(IMMEDIATE);
        wordOfDanger = vocabulary.signal(WORD_OF_DANGER);
        now = vocabulary.signal(WORD_OF_NOW);
        summons = vocabulary.signal(WORD_OF_CALLING);
        cry = vocabulary.signal(CRY);
        untrue = bits(new long[0], vocabulary.signal(UNREAL), vocabulary.signal(SETTLED));
        present = vocabulary.signal(PRESENT);
        sudden = vocabulary.signal(SUDDEN);
        grave = vocabulary.keywordsOf(bits(dangers, cry, alarming));
        calls = vocabulary.keywordsOf(bits(new long[0], now, summons));
    }

    /** All that was said, or the parts of it in which somebody is in danger: which of them is the gravest, the rules tell. */
    List<Heard> of(Heard whole) {
        String few = whole.hears(wordOfDanger) || whole.isCut() ? fewer(whole.text()) : whole.text();
        var heard = few.length() < whole.text().length() ? vocabulary.hear(few) : whole;
        boolean isLetter = (Sentences.isLong(whole.text()) && few.length() < whole.text().length()) || !weights.weigh(heard);
        if (isDanger(heard) && (!isLetter || isTold(heard))) {
            return List.of(heard);
        }
        Predicate<Heard> alone = part -> isLetter ? isClearDanger(part, true) : isDanger(part);
        String folded = Fold.all(few);
        var among = or(all(pieces.of(few, folded), alone), () -> pieces.afterOpening(few, folded).map(vocabulary::hear)
                .filter(rest -> rest.hears(present) && alone.test(rest)).stream().toList());
        if (!among.isEmpty()) {
            return among;
        }
        if (!heard.hears(wordOfDanger) && !heard.isCut()) {
            return isLetter ? List.of() : or(unforeseen(heard), () -> behindForewords(heard, alone, false));
        }
        if (!Sentences.isLong(few)) {
            return or(within(heard, alone, isLetter), () -> behindForewords(heard, alone, isLetter));
        }
        return heard.hears(sudden) || heard.isCut() ? atEdges(heard) : List.of();
    }

    /** What is only looked for where nothing was found before. */
    private static List<Heard> or(List<Heard> found, Supplier<List<Heard>> otherwise) {
        return found.isEmpty() ? otherwise.get() : found;
    }

    /** Whether no pattern knows any of what alarmed: it is believed, but no matter may be lost by it. */
    boolean areLikely(List<Heard> dangers) {
        return !dangers.isEmpty() && dangers.stream().noneMatch(this::isByRules);
    }

    /** What was said once and not again, where it is long; else what was said over and over, three times. */
    private static String fewer(String text) {
        String few = Repeats.fewer(Ringing.without(text));
        return Sentences.isLong(few) ? Repeats.once(few) : few;
    }

    /** Where no word of danger stands: by a sentence, or behind a turn, of which the weights are sure. */
    private List<Heard> unforeseen(Heard heard) {
        String text = heard.text();
        Predicate<Heard> surely = part -> isDanger(part) && lead(part.scores(weights, signs)) >= LEAD_AMONG_OTHERS;
        return or(all(text, Sentences.of(text, Sentences.whole(text)).stream(), surely), () -> turns.areIn(heard)
                ? all(text, turns.of(heard, new Clues(heard, grave, calls)).stream(), surely)
                : List.of());
    }

    /** Told among other things: by a sentence by itself, or by clauses that are clear and call for help or say that it is now. */
    private List<Heard> within(Heard heard, Predicate<Heard> alone, boolean isLetter) {
        String text = heard.text();
        var clues = new Clues(heard, grave, calls);
        Predicate<Heard> calling = part -> isCalling(part) && isClearDanger(part, isLetter);
        var sentences = Sentences.of(text, Sentences.whole(text)).stream().filter(run -> !isLetter || clues.areGrave(run));
        var told = or(all(text, sentences, alone), () -> all(text, turns.of(heard, clues).stream(),
                part -> alone.test(part) && lead(part.scores(weights, signs)) >= (isLetter ? LEAD_IN_LETTERS : 0)));
        if (!told.isEmpty() || heard.hearsAny(untrue)) {
            return told;
        }
        var clauses = Sentences.clauses(text, Sentences.whole(text)).stream().filter(clues::call)
                .filter(run -> isCalling(vocabulary.hear(run.of(text)))).map(run -> turns.behindMoment(heard, run));
        return or(all(text, clauses, part -> isClearDanger(part, isLetter)),
                () -> all(text, Sentences.stretches(text).stream().filter(clues::areGrave), calling.or(this::isPlainDanger)));
    }

    /** Behind other things, of which alone it is said that they are past, heard of or wished. */
    private List<Heard> behindForewords(Heard heard, Predicate<Heard> alone, boolean isLetter) {
        if (!forewords.mayBeIn(heard)) {
            return List.of();
        }
        String text = heard.text();
        var clues = new Clues(heard, grave, calls);
        if (!clues.areAny()) {
            return List.of();
        }
        Predicate<Heard> surely = part -> alone.test(part)
                && lead(part.scores(weights, signs)) >= (isLetter ? LEAD_IN_LETTERS : isTold(part) ? LEAST_LEAD : LEAD_AMONG_OTHERS);
        return or(all(text, forewords.behindStops(heard, clues).stream(), surely),
                () -> all(text, forewords.behindNothing(heard, clues).stream(), surely));
    }

    /** Where a long letter begins or ends, in words that leave no doubt. */
    private List<Heard> atEdges(Heard heard) {
        String text = heard.text();
        var clues = new Clues(heard, grave, calls);
        return Sentences.edges(text).stream()
                .flatMap(edge -> or(all(text, Sentences.of(text, edge).stream().filter(clues::areGrave), this::isPlainDanger),
                        () -> all(text, Sentences.clauses(text, edge).stream().filter(clues::call),
                                part -> isCalling(part) && isPlainDanger(part)))
                        .stream())
                .toList();
    }

    private List<Heard> all(String text, Stream<Run> runs, Predicate<Heard> isDanger) {
        return runs.map(run -> vocabulary.hear(run.of(text))).filter(isDanger).limit(MOST_DANGERS).toList();
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

    private List<Heard> all(List<String> parts, Predicate<Heard> isDanger) {
        return parts.stream().map(vocabulary::hear).filter(isDanger).limit(MOST_DANGERS).toList();
    }

    /** By the rules, unless the weights are clearly against it; or by the weights, the more clearly the less is there besides. */
    private boolean isDanger(Heard heard) {
        boolean byRules = isByRules(heard);
        if (heard.hearsAny(untrue)) {
            return false;
        }
        if (!weights.weigh(heard) || heard.isForeign() || (!byRules && !heard.hears(alarming) && !heard.hears(immediate))) {
            return byRules;
        }
        int lead = lead(heard.scores(weights, signs));
        return byRules ? lead >= -doubt(heard) : lead >= least(heard) && isWithoutBearers(heard);
    }

    /** What the weights alone heard does not rest on who tells it, as in 我爸说路灯倒了. */
    private boolean isWithoutBearers(Heard heard) {
        String rest = Bearers.without(heard.text());
        return rest.length() == heard.text().length() || isDanger(vocabulary.hear(rest));
    }

    /** By the rules and the weights, or by weights that leave little doubt: the less in a letter, whose clauses sound like anything. */
    private boolean isClearDanger(Heard heard, boolean isLetter) {
        boolean byRules = isLetter ? isTold(heard) : isByRules(heard);
        boolean isNow = heard.hears(immediate);
        boolean byWeights = heard.hears(alarming) && (!isLetter || (isNow && heard.hears(wordOfDanger) && !heard.hears(cry)));
        int least = isLetter && !(byRules && isNow) ? LEAD_IN_LETTERS : byRules ? LEAST_LEAD : CLEAR_LEAD;
        return !heard.hearsAny(untrue) && weights.weigh(heard) && (byRules || byWeights) && lead(heard.scores(weights, signs)) >= least;
    }

    /** By the rules, with hardly a doubt. */
    private boolean isPlainDanger(Heard heard) {
        return isTold(heard) && !heard.hearsAny(untrue) && heard.hears(immediate) && weights.weigh(heard)
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
            if (name.equals(Intents.EMERGENCY)) {
                emergency = scores[i];
            } else if (!name.equals(Intents.ASIDE)) {
                other = Math.max(other, scores[i]);
            }
        }
        return emergency - other;
    }
}
