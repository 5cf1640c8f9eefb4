package liaison.bot.understanding;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** A clear yes: words that agree, said as often as one likes, with manners around them and nothing else. So is a clear order, which may give its reason. */
public final class Agreement {
    private static final WordTable WORDS = WordTable.shipped("/understanding/agreement-words.tsv");
    private static final String AGREES = "agrees";
    /** Words that may be urged, as 提交吧; 对吧 asks. */
    private static final String DO = "do";
    private static final String SIGN = "sign";
    /** What an order is about, and why it is given: by whom or when, and what. */
    private static final String OBJECT = "object";
    private static final String BY = "by";
    private static final String REASON = "reason";
    private static final int LONGEST = 24;
    private static final String QUESTIONS = "?\uff1f";

    private Agreement() {
    }

    /** Whether a text is one; {@code plain} is the form of it in which keywords are sought. */
    public static boolean isSaid(String text, String plain) {
        return isSigned(text) || isRead(text, plain, List.of(AGREES), false);
    }

    /** Whether a text agrees to what is ordered by some kind of words, or orders it. */
    public static boolean isAgreed(String order, String text, String plain) {
        return isSigned(text) || isRead(text, plain, List.of(order, AGREES), true);
    }

    /** Whether a text orders what some kind of words does, and nothing else. */
    public static boolean isOrdered(String order, String text, String plain) {
        return isRead(text, plain, List.of(order), true);
    }

    /** Whether such a kind of words is known. */
    public static boolean isKind(String order) {
        return !WORDS.words(order).isEmpty();
    }

    private static boolean isRead(String text, String plain, List<String> agreeing, boolean isOrder) {
        return !plain.isEmpty() && plain.length() <= LONGEST && text.chars().noneMatch(c -> QUESTIONS.indexOf(c) >= 0)
                && new Reading(plain, agreeing, isOrder).isAgreement();
    }

    /** Whether it is all of it signs that nod. */
    private static boolean isSigned(String text) {
        int at = 0;
        for (var sign = WORDS.at(text, at, SIGN); sign.isPresent(); sign = WORDS.at(text, at, SIGN)) {
            at = sign.get().end();
        }
        return at > 0 && at == text.length();
    }

    /** One text, word by word; where two readings of a place are possible, both are tried. */
    private static final class Reading {
        private final String text;
        private final List<String> agreeing;
        private final boolean isOrder;
        /** By place, and by whether something agreed before, whether it may be urged and whether a reason is begun: what led to nothing. */
        private final boolean[][] failed;

        Reading(String text, List<String> agreeing, boolean isOrder) {
            this.text = text;
            this.agreeing = agreeing;
            this.isOrder = isOrder;
            failed = new boolean[text.length()][1 << 3];
        }

        boolean isAgreement() {
            return goesOn(0, false, false, false);
        }

        private boolean goesOn(int at, boolean agreed, boolean urgeable, boolean begun) {
            if (at == text.length()) {
                return agreed && !begun;
            }
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                return goesOn(at + 1, agreed, false, begun);
            }
            int state = (agreed ? 1 : 0) + (urgeable ? 2 : 0) + (begun ? 4 : 0);
            if (failed[at][state]) {
                return false;
            }
            boolean goes = (isOrder && reason(at, agreed)) || (!begun && (agreeing(at) || then(at, "manner", agreed)
                    || (urgeable && then(at, "urging", agreed)) || (isOrder && then(at, OBJECT, agreed))));
            failed[at][state] = !goes;
            return goes;
        }

        private boolean agreeing(int at) {
            for (String kind : agreeing) {
                var yes = WORDS.at(text, at, kind);
                if (yes.isPresent() && goesOn(yes.get().end(), true, yes.get().value().equals(DO), false)) {
                    return true;
                }
            }
            return false;
        }

        private boolean reason(int at, boolean agreed) {
            var by = WORDS.at(text, at, BY);
            return then(at, REASON, agreed) || (by.isPresent() && goesOn(by.get().end(), agreed, false, true));
        }

        private boolean then(int at, String kind, boolean agreed) {
            Optional<Word> word = WORDS.at(text, at, kind);
            return word.isPresent() && goesOn(word.get().end(), agreed, false, false);
        }
    }
}
