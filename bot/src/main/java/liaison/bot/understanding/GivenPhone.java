package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.text.Span;

/** A telephone number that is left on purpose, be it somebody else's: 留我儿子的吧，138…, 联系我老伴138…, 138…是我爱人的，打她电话. */
public final class GivenPhone {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String LEAVES = "leaves";
    private static final String KIN = "kin";
    private static final String DIAL = "dial";
    /** What may stand between the word that leaves a number and the number. */
    private static final List<String> BETWEEN = List.of(KIN, "own", "phone", "lead", "of", "party", "others", DIAL, "polite");
    private static final Set<String> ANYBODYS = Set.of("party", "others");
    private static final String BLANKS = " \u3000\t：:，,、（(。.";
    private static final int NEAR = 24;
    private static final int LONGEST_NAME = 3;

    private GivenPhone() {
    }

    static boolean is(String text, Span number) {
        String after = text.substring(number.end(), Math.min(text.length(), number.end() + NEAR));
        return !WORDS.isIn(after, "unreached")
                && (isLeft(text, number.start()) || isAlone(text, number) || isToldToRing(text, number, after) || isTheirs(after)
                        || isAgreed(text, number, after));
    }

    /** 138…是邻居的，他没同意: nobody is to be called there. */
    static boolean isRefused(String text, Span number) {
        return WORDS.isIn(text.substring(number.end(), Math.min(text.length(), number.end() + NEAR)), "unagreed");
    }

    /** 我老公的电话138…，有事找他: whose it is, and then that he is to be called. */
    private static boolean isToldToRing(String text, Span number, String after) {
        return between(text, clauseStart(text, number.start()), number.start())
                .filter(kinds -> kinds.contains(KIN) && areHers(kinds)).isPresent() && isRung(after);
    }

    /** 找他, 打给她就行: whom to ring, and no more. */
    private static boolean isRung(String text) {
        for (int at = 0; at < text.length(); at++) {
            var dial = WORDS.at(text, at, DIAL);
            if (dial.isPresent()) {
                int whom = dial.get().end();
                boolean ends = whom == text.length() || BETWEEN.stream().anyMatch(kind -> WORDS.at(text, whom, kind).isPresent());
                if (ends && between(text, whom, OwnPhone.stop(text, whom)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int clauseStart(String text, int at) {
        int start = at;
        while (start > 0 && OwnPhone.STOPS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** 王姨138…，这是我邻居的，她同意了: somebody near agreed to be called. */
    private static boolean isAgreed(String text, Span number, String after) {
        String around = text.substring(Math.max(0, number.start() - NEAR), number.end() + after.length());
        return WORDS.isIn(after, "agreed") && (WORDS.isIn(around, "near") || WORDS.isIn(around, KIN));
    }

    /** Behind a word that leaves it, with nothing but whose it is between them: anybody's behind 留, her own people's behind 联系. */
    private static boolean isLeft(String text, int number) {
        for (int at = Math.max(0, number - NEAR); at < number; at++) {
            var leaves = WORDS.at(text, at, LEAVES);
            var calls = WORDS.at(text, at, DIAL);
            if (leaves.isPresent() && !isOf(text, leaves.get().end()) && between(text, leaves.get().end(), number).isPresent()) {
                return true;
            }
            if (calls.isPresent() && between(text, calls.get().end(), number).filter(GivenPhone::areHers).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** 他留的 tells which number it is, and leaves none. */
    private static boolean isOf(String text, int at) {
        return text.startsWith("的", at);
    }

    /** 我老公的电话138… and nothing else. */
    private static boolean isAlone(String text, Span number) {
        return between(text, 0, number.start()).filter(kinds -> kinds.contains(KIN) && areHers(kinds)).isPresent()
                && between(text, number.end(), text.length()).filter(GivenPhone::areHers).isPresent();
    }

    /** …这是我老公的，你们打他电话. */
    private static boolean isTheirs(String after) {
        for (int at = 0; at < after.length(); at++) {
            if (WORDS.at(after, at, KIN).isPresent() && between(after, 0, at).isPresent()) {
                String rest = after.substring(at);
                return WORDS.isIn(rest, DIAL) || WORDS.isIn(rest, LEAVES);
            }
        }
        return false;
    }

    private static boolean areHers(Set<String> kinds) {
        return kinds.stream().noneMatch(ANYBODYS::contains);
    }

    /** The kinds of the words between two places; empty where anything else stands there. */
    private static Optional<Set<String>> between(String text, int from, int to) {
        var kinds = new ArrayList<String>();
        int at = from;
        while (at < to) {
            int next = BLANKS.indexOf(text.charAt(at)) >= 0 ? at + 1 : word(text, at, to, kinds);
            if (next == at) {
                return Optional.empty();
            }
            at = next;
        }
        return at > to ? Optional.empty() : Optional.of(Set.copyOf(kinds));
    }

    /** Behind the longest of the words that may stand at a place, a name included; the place itself where none does. */
    private static int word(String text, int at, int to, List<String> kinds) {
        int end = at;
        String known = "";
        for (String kind : BETWEEN) {
            int candidate = WORDS.at(text, at, kind).map(Word::end).orElse(at);
            if (candidate > end && candidate <= to) {
                end = candidate;
                known = kind;
            }
        }
        if (end > at) {
            kinds.add(known);
            return end;
        }
        return WORDS.at(text, at, "surname").isPresent() ? nameEnd(text, at, to) : at;
    }

    /** A name goes to the next blank, sign or digit, of which it takes three letters at most. */
    private static int nameEnd(String text, int start, int to) {
        int end = start;
        while (end < to && end - start <= LONGEST_NAME && Character.isIdeographic(text.charAt(end))) {
            end++;
        }
        return end - start <= LONGEST_NAME ? end : start;
    }
}
