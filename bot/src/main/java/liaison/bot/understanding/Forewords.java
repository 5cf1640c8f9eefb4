package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import liaison.bot.text.Span;
import liaison.bot.understanding.Sentences.Run;

/**
 * Ordinary things told before a danger, behind a comma or without any stop: 昨天停水，我家着火了. Where they are a clause of their own,
 * what they say of the past, of hearsay or of a wish is said of them, and the danger is heard by itself. A mere 昨天 or 听说 is none.
 */
final class Forewords {
    private static final List<String> BARRING = List.of("@past", "@maybe", "@matter", "@rolling", "@fumes", "@meter", "@ago",
            "@nuisance");
    /** What hides a danger, but may be said of one as well. */
    private static final List<String> HIDING = List.of("@ask", "@griefs", "@harmless", "@complaint");
    /** What it speaks of is the danger itself, or what only looks like it. */
    private static final List<String> AKIN = List.of("@grave", "@unanswering", "@felldown", "@symptom", "@flames", "@leaking", "@drowning",
            "@crushing", "@shocked", "@blows", "@seized", "@intruder", "@lost", "@farewell", "@fumes", "@rolling", "@meter", "@unhurt",
            "@floodwater", "alike");
    private static final String SUMMONS = "pleads";
    /** Words that date, report or imagine what follows them: 昨天, 听说, 万一. */
    private static final String OPENS = "dated";
    /** Who and where and when, and little words, may stand between those and what follows. */
    private static final List<String> BETWEEN = List.of("@person", "@where", "@wherewords", "@moment", "joint");
    /** What stands next to it is said of it or done to it, where nobody made a stop: 把, 被, 的. */
    private static final String BINDS = "bound";
    private static final String LOCATES = "located";
    private static final String IMAGINED = "supposed";
    private static final String POLITE = "requested";
    /** What follows it in its clause is what shall not happen: 免得, 防止. */
    private static final String AVERTS = "averted";
    /** Said behind it that it is over, or asked whether it is true. */
    private static final String OVER = "passed";
    private static final List<String> BEGINS = List.of("@person", "@where", "@moment", "subject");
    /** So many of each are heard, the last ones: a text of one word repeated costs no more. */
    private static final int MOST = 5;
    private static final int FEWEST_BEFORE = 3;
    /** 在公园, 在单位门口: where it was, and not what. */
    private static final int LONGEST_PLACE = 7;

    private final long[] bars;
    private final long[] barring;
    private final long[] hiding;
    private final long[] akin;
    private final long[] summons;
    private final long[] opens;
    private final long[] between;
    private final long[] binds;
    private final long[] locates;
    private final long[] imagined;
    private final long[] polite;
    private final long[] averts;
    private final long[] over;
    private final long[] begins;

    Forewords(Vocabulary vocabulary) {
        bars = bits(vocabulary, Stream.concat(BARRING.stream(), HIDING.stream()));
        barring = words(vocabulary, BARRING.stream());
        hiding = vocabulary.keywordsOf(bars);
        akin = words(vocabulary, AKIN.stream());
        summons = words(vocabulary, Stream.of(SUMMONS));
        opens = words(vocabulary, Stream.of(OPENS));
        between = words(vocabulary, BETWEEN.stream());
        binds = words(vocabulary, Stream.of(BINDS));
        locates = words(vocabulary, Stream.of(LOCATES));
        imagined = words(vocabulary, Stream.of(IMAGINED));
        polite = words(vocabulary, Stream.of(POLITE));
        averts = words(vocabulary, Stream.of(AVERTS));
        over = words(vocabulary, Stream.of(OVER));
        begins = words(vocabulary, BEGINS.stream());
    }

    private static long[] words(Vocabulary vocabulary, Stream<String> signals) {
        return vocabulary.keywordsOf(bits(vocabulary, signals));
    }

    private static long[] bits(Vocabulary vocabulary, Stream<String> signals) {
        return signals.mapToInt(vocabulary::signal).filter(signal -> signal >= 0).collect(BitSet::new, BitSet::set, BitSet::or)
                .toLongArray();
    }

    /** False where nothing is said of a past, of hearsay or the like: nothing then hides a danger. */
    boolean mayBeIn(Heard heard) {
        return heard.hearsAny(bars);
    }

    /** What follows a comma, to the end of its sentence or of its own clause. */
    List<Run> behindStops(Heard heard, Clues clues) {
        var cuts = new ArrayList<Integer>();
        String text = heard.text();
        for (int at = 1; at < text.length(); at++) {
            if (Sentences.breaks(text, at - 1)) {
                cuts.add(at);
            }
        }
        return behind(heard, clues, cuts);
    }

    /** What begins with somebody or somewhere, in a clause that holds other things before it. */
    List<Run> behindNothing(Heard heard, Clues clues) {
        var cuts = new ArrayList<Integer>();
        for (var word : heard.words(begins)) {
            if (word.start() > 0 && !Sentences.breaks(heard.text(), word.start() - 1) && !cuts.contains(word.start())) {
                cuts.add(word.start());
            }
        }
        return behind(heard, clues, cuts.stream().sorted().toList());
    }

    private List<Run> behind(Heard heard, Clues clues, List<Integer> cuts) {
        String text = heard.text();
        var hidden = cuts.isEmpty() ? List.<Span>of() : heard.words(hiding);
        var likely = cuts.stream().filter(cut -> isLikely(text, cut, hidden, clues)).toList();
        if (likely.isEmpty()) {
            return List.of();
        }
        SequencedSet<Run> found = new LinkedHashSet<>();
        var barred = heard.words(barring);
        var before = new Told(heard.words(opens), heard.words(between), heard.words(binds), heard.words(locates), heard.words(imagined),
                heard.words(polite), heard.words(averts));
        var related = heard.words(akin);
        var pleas = heard.words(summons);
        var ends = heard.words(over);
        var heads = heard.words(begins);
        int tried = 0;
        for (int i = likely.size() - 1; i >= 0 && tried < MOST; i--) {
            int cut = likely.get(i);
            var foreword = foreword(text, cut);
            if (foreword.holds(related) || !before.isWhole(text, foreword)) {
                continue;
            }
            tried++;
            var rest = new Run(cut, Sentences.around(text, cut).end());
            int clause = Sentences.clauseEnd(text, cut);
            var told = new Run(cut, new Run(clause, rest.end()).holds(pleas) ? clause : rest.end());
            if (!rest.holds(ends) && !told.holds(barred) && told.holds(heads)) {
                found.add(told);
            }
        }
        return List.copyOf(found);
    }

    /** Whether something stands before it that may hide a danger, and a danger behind it. */
    private static boolean isLikely(String text, int cut, List<Span> hidden, Clues clues) {
        var foreword = foreword(text, cut);
        return cut - foreword.start() >= FEWEST_BEFORE && foreword.holds(hidden)
                && clues.areGrave(new Run(cut, isStop(text, cut) ? Sentences.around(text, cut).end() : Sentences.clauseEnd(text, cut)));
    }

    /** What stands before it in its sentence. */
    private static Run foreword(String text, int cut) {
        return new Run(Sentences.around(text, cut).start(), cut);
    }

    private static boolean isStop(String text, int cut) {
        return Sentences.breaks(text, cut - 1);
    }

    /** What stands before a danger, by the words in it. */
    private record Told(List<Span> opens, List<Span> between, List<Span> binds, List<Span> locates, List<Span> imagined,
            List<Span> polite, List<Span> averts) {

        /** Whether it is a clause of its own, of which nothing reaches what follows. */
        boolean isWhole(String text, Run before) {
            int end = before.end();
            while (end > before.start() && Sentences.breaks(text, end - 1)) {
                end--;
            }
            var clause = new Run(Sentences.clauseStart(text, end), end);
            if (end == before.end() && binds.stream().anyMatch(word -> word.end() == before.end())) {
                return false;
            }
            if (clause.holds(averts) || (clause.holds(imagined) && !clause.holds(polite))) {
                return false;
            }
            int at = end;
            for (int next = shorter(at); next < at && at > before.start(); next = shorter(at)) {
                at = next;
                if (isOpen(at)) {
                    return false;
                }
            }
            return at - before.start() > 1 && !isOpen(end) && !isPlace(clause, end);
        }

        private boolean isOpen(int end) {
            return opens.stream().anyMatch(word -> word.start() < end && word.end() >= end);
        }

        private boolean isPlace(Run clause, int end) {
            return locates.stream().anyMatch(word -> word.start() >= clause.start() && end - word.start() <= LONGEST_PLACE
                    && word.end() <= end && (word.start() == clause.start() || isOpen(word.start())));
        }

        private int shorter(int end) {
            int start = end;
            for (var word : between) {
                start = word.start() < end && word.end() == end ? Math.min(start, word.start()) : start;
            }
            return start;
        }
    }
}
