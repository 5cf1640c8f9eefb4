package liaison.bot.understanding;

import java.util.Optional;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** A clear yes: words that agree, said as often as one likes, with manners around them and nothing else. */
public final class Agreement {
    private static final WordTable WORDS = WordTable.shipped("/understanding/agreement-words.tsv");
    private static final String AGREES = "agrees";
    /** Words that may be urged, as 提交吧; 对吧 asks. */
    private static final String DO = "do";
    private static final int LONGEST = 24;
    private static final String QUESTIONS = "?\uff1f";

    private Agreement() {
    }

    /** Whether a text is one; {@code plain} is the form of it in which keywords are sought. */
    public static boolean isSaid(String text, String plain) {
        return !plain.isEmpty() && plain.length() <= LONGEST && text.chars().noneMatch(c -> QUESTIONS.indexOf(c) >= 0)
                && new Reading(plain).isAgreement();
    }

    /** One text, word by word; where two readings of a place are possible, both are tried. */
    private static final class Reading {
        private final String text;
        /** By place, and by whether something agreed before and whether it may be urged: what led to nothing. */
        private final boolean[][] failed;

        Reading(String text) {
            this.text = text;
            failed = new boolean[text.length()][1 << 2];
        }

        boolean isAgreement() {
            return goesOn(0, false, false);
        }

        private boolean goesOn(int at, boolean agreed, boolean urgeable) {
            if (at == text.length()) {
                return agreed;
            }
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                return goesOn(at + 1, agreed, urgeable);
            }
            int state = (agreed ? 1 : 0) + (urgeable ? 2 : 0);
            if (failed[at][state]) {
                return false;
            }
            var yes = WORDS.at(text, at, AGREES);
            boolean goes = (yes.isPresent() && goesOn(yes.get().end(), true, yes.get().value().equals(DO)))
                    || then(WORDS.at(text, at, "manner"), agreed)
                    || (urgeable && then(WORDS.at(text, at, "urging"), agreed));
            failed[at][state] = !goes;
            return goes;
        }

        private boolean then(Optional<Word> word, boolean agreed) {
            return word.isPresent() && goesOn(word.get().end(), agreed, false);
        }
    }
}
