package liaison.bot.text;

/** Some groups of a run of digits, and what stands around them. */
record DigitPiece(String text, DigitRun run, int group, int last) {
    /** Of what stands before the point of a degree of longitude. */
    private static final int SHORTEST_WHOLE = 2;
    private static final int LONGEST_WHOLE = 3;
    private static final int FRACTION = 2;

    int length() {
        return to() - from();
    }

    int groups() {
        return last - group + 1;
    }

    /** How many digits a group of it has. */
    int length(int nth) {
        return run.length(group + nth);
    }

    int digit(int index) {
        return run.digit(from() + index);
    }

    int value(int first, int behind) {
        return run.value(from() + first, from() + behind);
    }

    private int from() {
        return run.first(group);
    }

    private int to() {
        return run.first(last + 1);
    }

    /** Where it stands in the text. */
    int start() {
        return run.place(from());
    }

    int end() {
        return run.place(to() - 1) + 1;
    }

    /** Groups of four, but that the last may have fewer, or more where it is said. */
    boolean isInFours(int mostInLast) {
        for (int i = 0; i < groups() - 1; i++) {
            if (length(i) != 4) {
                return false;
            }
        }
        return groups() == 1 || length(groups() - 1) <= mostInLast;
    }

    /** Every digit by itself, and no more of them beside it. */
    boolean isSingles() {
        return length() == groups() && isOther(group - 1) && isOther(last + 1) && !isPaused();
    }

    private boolean isOther(int beside) {
        return beside < 0 || beside >= run.groups() || run.length(beside) > 1;
    }

    /** The end of a longer number in fours. */
    boolean isInnerFour() {
        return group > 0 && groups() > 1 && run.length(group - 1) == 4 && length(0) == 4;
    }

    /** Whether a comma, a stroke or the like stands between its groups. */
    boolean isPaused() {
        return run.isPausedBetween(group, last);
    }

    boolean isPointed() {
        return run.isPointedBetween(group, last);
    }

    boolean isPaper() {
        return NumberWords.PAPER.endBefore(text, start());
    }

    /** No letter, sign or broken number goes over into it. */
    boolean isFree() {
        return isFreeBefore() && isFreeBehind();
    }

    boolean isFreeBefore() {
        char before = start() == 0 ? ' ' : text.charAt(start() - 1);
        if (group > 0) {
            int whole = run.length(group - 1);
            if (before == '.' && isPointed()) {
                return false;
            }
            return before != '.' || whole < SHORTEST_WHOLE || whole > LONGEST_WHOLE;
        }
        return !Letters.isLatin(before);
    }

    private boolean isFreeBehind() {
        char behind = end() < text.length() ? text.charAt(end()) : ' ';
        return last + 1 < run.groups() || !Letters.isLatin(behind);
    }

    /** A point and two digits behind it, a unit, or the sign of a currency make it a sum. */
    boolean isSum() {
        boolean pointed = last + 1 < run.groups() && run.length(last + 1) == FRACTION && text.charAt(end()) == '.'
                && run.place(to()) == end() + 1;
        return pointed || NumberWords.UNIT.beginAt(text, end()) || NumberWords.SUM.endAt(text, start());
    }
}
