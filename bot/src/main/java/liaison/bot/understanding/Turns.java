package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.text.Span;
import liaison.bot.understanding.Sentences.Run;

/**
 * Where a sentence turns from what is past, imagined or only asked to what happens now: words of the past veto the clauses they are
 * said of, and what follows the turn is heard by itself.
 */
public final class Turns {
    /** What is said to happen now, whatever came before: 今天, 刚才, 真的. */
    private static final String TURNING = "turning";
    /** An errand that is told of and done with: 报过, 没人管. It dates nothing that follows. */
    private static final String ERRAND = "errand";
    private static final String PERSON = "@person";
    /** A mere time: it says when, not what, and must make no danger of what is none without it. */
    private static final String MOMENT = "@moment";
    private static final List<String> BARRING = List.of("@past", "@maybe", "@matter", "@harmless", "@rolling", "@complaint", "@fumes",
            "@meter", "@ago");
    /** What is imagined or wished stays so until something turns. */
    private static final List<String> IMAGINED = List.of("@maybe", "@wish");
    /** So many turns of a text are heard, the last ones: a text of one word repeated costs no more. */
    private static final int MOST = 4;
    /** 结果刚才, 可今天. */
    private static final int MOST_BEFORE = 2;

    private final int turned;
    private final int asked;
    private final long[] turning;
    private final long[] errands;
    private final long[] barring;
    private final long[] imagined;
    private final long[] person;
    private final long[] moments;

    Turns(Vocabulary vocabulary) {
        turning = words(vocabulary, Stream.of(TURNING));
        errands = words(vocabulary, Stream.of(ERRAND));
        turned = vocabulary.signal(TURNING);
        asked = vocabulary.signal(ERRAND);
        barring = words(vocabulary, BARRING.stream());
        imagined = words(vocabulary, IMAGINED.stream());
        person = words(vocabulary, Stream.of(PERSON));
        moments = words(vocabulary, Stream.of(MOMENT));
    }

    private static long[] words(Vocabulary vocabulary, Stream<String> signals) {
        return vocabulary.keywordsOf(signals.mapToInt(vocabulary::signal).filter(signal -> signal >= 0)
                .collect(BitSet::new, BitSet::set, BitSet::or).toLongArray());
    }

    /** Whether a text turns anywhere. */
    boolean areIn(Heard heard) {
        return heard.hears(turned) || heard.hears(asked);
    }

    /** From each turn to the end of its sentence, where that holds words of danger. */
    List<Run> of(Heard heard, Clues clues) {
        var found = new ArrayList<Run>();
        if (heard.hears(turned)) {
            afterTurns(heard, clues, found);
        }
        if (heard.hears(asked)) {
            afterErrands(heard, clues, found);
        }
        return found.subList(Math.max(0, found.size() - MOST), found.size());
    }

    private void afterTurns(Heard heard, Clues clues, List<Run> found) {
        String text = heard.text();
        var bars = heard.words(barring);
        var people = heard.words(person);
        var times = heard.words(moments);
        for (var turn : heard.words(turning)) {
            var sentence = Sentences.around(text, turn.start());
            int clause = Sentences.clauseStart(text, turn.start());
            int start = new Run(clause, turn.start()).holds(bars) ? withWho(people, turn.start()) : clause;
            add(found, clues, sentence, behindMoment(times, people, start));
        }
    }

    /** A clause without the time that it begins with. */
    Run behindMoment(Heard heard, Run clause) {
        return new Run(behindMoment(heard.words(moments), heard.words(person), clause.start()), clause.end());
    }

    /** Behind the time that a clause begins with, with a word before it at most, 结果刚才, which is nobody: 他刚才. */
    private static int behindMoment(List<Span> times, List<Span> people, int clause) {
        int start = clause;
        for (var time : times) {
            boolean begins = time.start() >= clause && time.start() - clause <= MOST_BEFORE;
            start = begins && !new Run(clause, time.start()).holds(people) ? Math.max(start, time.end()) : start;
        }
        return start;
    }

    private void afterErrands(Heard heard, Clues clues, List<Run> found) {
        String text = heard.text();
        var dreams = heard.words(imagined);
        var people = heard.words(person);
        var times = heard.words(moments);
        for (var errand : heard.words(errands)) {
            var sentence = Sentences.around(text, errand.start());
            int end = Sentences.clauseEnd(text, errand.end());
            var head = new Run(sentence.start(), end);
            if (!clues.areGrave(head) && !head.holds(dreams)) {
                add(found, clues, sentence, behindMoment(times, people, end + 1));
            }
        }
    }

    private static void add(List<Run> found, Clues clues, Run sentence, int start) {
        if (start > sentence.start() && start < sentence.end()) {
            var run = new Run(start, sentence.end());
            if (!found.contains(run) && clues.areGrave(run)) {
                found.add(run);
            }
        }
    }

    /** Who is spoken of stands before the turn: 他已经没有呼吸了. */
    private static int withWho(List<Span> people, int turn) {
        int start = turn;
        for (var one : people) {
            start = one.end() == turn ? Math.min(start, one.start()) : start;
        }
        return start;
    }
}
