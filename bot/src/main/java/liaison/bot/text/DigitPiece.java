package liaison.bot.text;

import static liaison.bot.text.PersonalNumbers.BANK_CARD;
import static liaison.bot.text.PersonalNumbers.ID_CARD;
import static liaison.bot.text.PersonalNumbers.PHONE;

/** Some groups of a run of digits, and whether they are somebody's number. */
record DigitPiece(String text, DigitRun run, int group, int last, boolean phoneExpected) {
    private static final int MOBILE = 11;
    private static final int CHINA = 86;
    private static final int NEAR = 14;
    private static final int SHORTEST_CARD = 16;
    /** Of what stands before the point of a degree of longitude. */
    private static final int LONGEST_WHOLE = 3;

    /** A label, or empty. */
    String kind() {
        int length = to() - from();
        if (length < DigitRun.SHORTEST || run.length(group) < 2) {
            return "";
        }
        if ((length == CardNumbers.ID || length == CardNumbers.OLD_ID) && isId(length)) {
            return ID_CARD;
        }
        if (run.digit(to() - 1) == DigitRun.TEN) {
            return "";
        }
        if (length >= SHORTEST_CARD) {
            return isBank() ? BANK_CARD : "";
        }
        return isPhone(length) ? PHONE : "";
    }

    private int from() {
        return run.first(group);
    }

    private int to() {
        return run.first(last + 1);
    }

    private int start() {
        return run.place(from());
    }

    private int end() {
        return run.place(to() - 1) + 1;
    }

    private boolean isId(int length) {
        if (NumberWords.ID.occurBefore(text, start(), NEAR)) {
            return true;
        }
        boolean plausible = CardNumbers.isProvince(run, from()) && !isPaper() && isFree();
        return length == CardNumbers.OLD_ID
                ? plausible && CardNumbers.isOldId(run, from())
                : CardNumbers.isBorn(run, from()) && (plausible || CardNumbers.isChecked(run, from()));
    }

    private boolean isBank() {
        boolean said = NumberWords.BANK.occurBefore(text, start(), NEAR);
        int first = run.digit(from());
        boolean looks = (first >= 3 && first <= 6) || first == 9;
        return isFree() && inFours() && (said || (looks && CardNumbers.isLuhn(run, from(), to()) && !isPaper()));
    }

    /** One group, or groups of four but for the last. */
    private boolean inFours() {
        for (int i = group; i < last; i++) {
            if (run.length(i) != 4) {
                return run.length(group) == 6 && last == group + 1;
            }
        }
        return true;
    }

    private boolean isPhone(int length) {
        if (isSum() || isPaper()) {
            return false;
        }
        int mobile = to() - MOBILE;
        boolean prefixed = (length == MOBILE + 1 && run.digit(from()) == 0)
                || (length == MOBILE + 2 && run.value(from(), mobile) == CHINA);
        if ((length == MOBILE || prefixed) && isMobile(mobile)) {
            return inThrees() && (isFreeBefore() || isLettered());
        }
        return isFree() && (isLandline(length) || isLocal(length));
    }

    private boolean isMobile(int first) {
        return run.digit(first) == 1 && run.digit(first + 1) >= 3;
    }

    /** A mobile number is said in threes and fours, in four groups at most with the 86 before it. */
    private boolean inThrees() {
        return run.length(group) >= 2 && run.length(last) >= 3 && last - group < 4;
    }

    /** An area code of three digits (01x, 02x) or four, then seven or eight. */
    private boolean isLandline(int length) {
        int second = run.digit(from() + 1);
        int area = second == 1 || second == 2 ? 3 : 4;
        boolean whole = last == group || run.length(group) == area;
        int local = length - area;
        return run.digit(from()) == 0 && second > 0 && whole && last - group <= 2 && (local == 7 || local == 8)
                && run.digit(from() + area) > 0;
    }

    private boolean isLocal(int length) {
        return (length == 7 || length == 8) && run.digit(from()) >= 2 && last - group <= 1
                && (phoneExpected || NumberWords.PHONE.endBefore(text, start()));
    }

    private boolean isPaper() {
        return NumberWords.PAPER.endBefore(text, start());
    }

    private boolean isFree() {
        return isFreeBefore() && isFreeBehind();
    }

    /** No letter, sign or broken number goes over into it. */
    private boolean isFreeBefore() {
        char before = start() == 0 ? ' ' : text.charAt(start() - 1);
        if (group > 0) {
            return before != '.' || run.length(group - 1) > LONGEST_WHOLE;
        }
        return !Letters.isLatin(before) && before != '_' && before != '*';
    }

    private boolean isLettered() {
        int word = start();
        while (word > 0 && Letters.isLatin(text.charAt(word - 1)) && start() - word < 8) {
            word--;
        }
        return NumberWords.PHONE_LETTERS.endAt(text, start()) && (word == 0 || !DigitRun.isDigit(text.charAt(word - 1)));
    }

    private boolean isFreeBehind() {
        if (last + 1 < run.groups()) {
            return true;
        }
        char behind = end() < text.length() ? text.charAt(end()) : ' ';
        return !Letters.isLatin(behind) && behind != '*' && behind != '_';
    }

    /** A point and a few digits behind it, a unit, or the sign of a currency make it a sum. */
    private boolean isSum() {
        boolean pointed = end() < text.length() && text.charAt(end()) == '.' && last + 1 < run.groups() && run.length(last + 1) <= 2
                && run.place(run.first(last + 1)) == end() + 1;
        return pointed || NumberWords.UNIT.beginAt(text, end()) || NumberWords.SUM.endAt(text, start());
    }
}
