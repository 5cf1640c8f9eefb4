package liaison.bot.understanding;

import liaison.bot.text.Fold;

/** Words that only open a report and tell nothing of it: 我要投诉物业, 有个困难, 请问电梯不修找谁. */
public final class Openings {
    /** Longer ones tell something. */
    private static final int LONGEST = 30;
    /** Letters of what a report is about, where no more is said; where words behind it close the opening. */
    private static final int LONGEST_SUBJECT = 3;
    private static final int LONGEST_CLOSED = 6;
    /** Letters that tell something, whatever they are. */
    private static final int LONG = 8;
    private static final String OPENS = "opens";

    private Openings() {
    }

    /** Whether a text says that something will be told, or asks who sees to it, and says no more. */
    public static boolean isBare(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String folded = Fold.all(text);
        return Complaints.WORDS.isIn(folded, "whom") || isSubject(folded);
    }

    private static boolean isSubject(String folded) {
        var subject = new StringBuilder();
        boolean opens = false;
        boolean closes = false;
        for (int at = 0; at < folded.length();) {
            var word = Complaints.WORDS.at(folded, at, OPENS);
            if (word.isPresent()) {
                opens |= !word.get().value().equals("beside");
                closes |= word.get().value().equals("closes");
                at = word.get().end();
            } else {
                subject.append(Division.isSign(folded.charAt(at)) ? "" : folded.substring(at, at + 1));
                at++;
            }
        }
        return opens && subject.length() <= (closes ? LONGEST_CLOSED : LONGEST_SUBJECT) && !Complaints.sayWrong(subject.toString());
    }

    /** Whether words tell what an opening only announced, so that nothing is lost without it. */
    public static boolean isTold(String opening, String words) {
        boolean tells = Complaints.sayWrong(words) || words.length() >= LONG;
        var told = Complaints.named(words);
        return tells && Complaints.named(opening).stream()
                .allMatch(thing -> told.contains(thing) || Complaints.WORDS.at(thing, 0, "nobody").isPresent());
    }
}
