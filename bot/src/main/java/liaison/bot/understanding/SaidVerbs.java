package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/**
 * The verbs of a kind in what somebody says, and how each is said: 接办 is meant in 我接办, and not in 接办不了, 要不要接办 or 由他接办.
 */
public final class SaidVerbs {
    /** How a verb is said; only a plain one is meant. */
    public enum Manner {
        PLAIN, DENIED, ASKED, OTHERS,
        /** It depends, or is not yet so. */
        OPEN,
        /** It was meant once, or done by mistake. */
        PAST
    }

    /**
     * A verb that was said.
     *
     * @param meaning what the verb stands for, as the table has it; empty where it only looks like one
     */
    public record Verb(String meaning, Manner manner) {
    }

    private static final WordTable WORDS = WordTable.shipped("/understanding/verb-words.tsv");
    private static final String STOPS = "，,。；;！!、\n ";
    private static final String MARKS = "?？";
    /** 接不接办. */
    private static final String EITHER = "不没";
    /** Done by others when it is said: whom it is asked of tells nothing. */
    private static final Set<String> OF_OTHERS = Set.of("decline", "extend");
    /** Who asks whether it may be has asked for it. */
    private static final String ASKED_FOR = "extend";
    private static final String OWN = "own";
    private static final String YET = "yet";
    private static final Map<String, Integer> DENIALS = Map.of("no", 1, YET, 1, "twice", 2);

    private SaidVerbs() {
    }

    /**
     * The verbs of a kind, in their order.
     *
     * @param kind as the table names it
     */
    public static List<Verb> in(String text, String kind) {
        var verbs = new ArrayList<Verb>();
        int last = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean isMark = i < text.length() && MARKS.indexOf(text.charAt(i)) >= 0;
            if (isMark || i == text.length() || STOPS.indexOf(text.charAt(i)) >= 0) {
                String clause = text.substring(start, i);
                int before = verbs.size();
                read(clause, kind, isMark, verbs);
                if (verbs.size() == before && isAll(clause, "tag")) {
                    ask(verbs, last, true);
                }
                last = clause.isEmpty() ? last : before;
                start = i + 1;
            }
        }
        return verbs;
    }

    private static void read(String clause, String kind, boolean isMarked, List<Verb> verbs) {
        int first = verbs.size();
        int from = 0;
        for (int i = 0; i < clause.length(); i++) {
            var verb = WORDS.at(clause, i, kind);
            if (verb.isPresent()) {
                verbs.add(new Verb(verb.get().value(), new Said(clause, from, verb.get()).manner()));
            }
            from = verb.map(Word::end).orElse(from);
            i = verb.map(Word::end).orElse(i + 1) - 1;
        }
        if (verbs.size() > first && (isMarked || asks(clause))) {
            ask(verbs, first, WORDS.isIn(clause, 0, clause.length(), "may"));
        }
    }

    private static void ask(List<Verb> verbs, int from, boolean politely) {
        for (int i = from; i < verbs.size(); i++) {
            var verb = verbs.get(i);
            boolean isMeant = politely && verb.manner() == Manner.PLAIN && verb.meaning().equals(ASKED_FOR);
            verbs.set(i, isMeant ? verb : new Verb(verb.meaning(), Manner.ASKED));
        }
    }

    private static boolean asks(String clause) {
        for (int i = 0; i < clause.length(); i++) {
            var told = WORDS.at(clause, i, "asks-not");
            if (told.isEmpty() && WORDS.at(clause, i, "asks").isPresent()) {
                return true;
            }
            i = told.map(Word::end).orElse(i + 1) - 1;
        }
        return false;
    }

    private static boolean isAll(String clause, String kind) {
        return WORDS.at(clause, 0, kind).filter(word -> word.end() == clause.length()).isPresent();
    }

    /** A verb between what stands before it, from the verb before on, and what stands behind. */
    private record Said(String clause, int from, Word verb) {
        Manner manner() {
            int start = verb.start();
            int denials = 0;
            boolean isYet = false;
            boolean isOwn = false;
            for (var word = before(start); word.isPresent(); word = before(start)) {
                String value = word.get().value();
                start = word.get().start();
                isOwn |= value.equals(OWN);
                isYet |= value.equals(YET);
                denials += DENIALS.getOrDefault(value, 0);
            }
            int end = behind();
            denials += WORDS.at(clause, end, "cannot").isPresent() ? 1 : 0;
            if (isChoice()) {
                return Manner.ASKED;
            }
            if (WORDS.isIn(clause, from, start, "once") || WORDS.at(clause, end, "slip").isPresent()) {
                return Manner.PAST;
            }
            if (WORDS.isIn(clause, from, verb.start(), "if") || WORDS.at(clause, end, "hard").isPresent()) {
                return Manner.OPEN;
            }
            if (!isOwn && !OF_OTHERS.contains(verb.value()) && isOthers(start)) {
                return Manner.OTHERS;
            }
            return denials % 2 == 0 ? Manner.PLAIN : isYet ? Manner.OPEN : Manner.DENIED;
        }

        /** What turns the verb, or may stand between. */
        private Optional<Word> before(int end) {
            return Stream.of("not", "between").flatMap(kind -> WORDS.before(clause, end, kind).stream())
                    .filter(word -> word.start() >= from)
                    .reduce((one, other) -> other.start() < one.start() ? other : one);
        }

        private int behind() {
            int end = verb.end();
            for (var word = skipped(end); word.isPresent(); word = skipped(end)) {
                end = word.get().end();
            }
            return end;
        }

        private Optional<Word> skipped(int at) {
            return Stream.of("cannot", "hard", "slip").anyMatch(kind -> WORDS.at(clause, at, kind).isPresent())
                    ? Optional.empty()
                    : WORDS.at(clause, at, "behind");
        }

        private boolean isChoice() {
            char letter = clause.charAt(verb.start());
            String front = clause.substring(from, verb.start());
            String rest = clause.substring(verb.end());
            return (front.length() > 1 && front.charAt(front.length() - 2) == letter
                    && EITHER.indexOf(front.charAt(front.length() - 1)) >= 0)
                    || (rest.length() > 1 && rest.charAt(1) == letter && EITHER.indexOf(rest.charAt(0)) >= 0) || isAll(rest, "or-not");
        }

        /** 由他接办, 他们接办, and not 我和他都接办. */
        private boolean isOthers(int start) {
            return !WORDS.isIn(clause, from, start, "with")
                    && (WORDS.isIn(clause, from, start, "others") || WORDS.isIn(clause, from, start - 1, "by"));
        }
    }
}
