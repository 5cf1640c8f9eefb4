package liaison.bot.understanding;

/** Short words that some thing is still or again as bad as was told, as 门口那个路灯又灭了. */
public final class ToldAgain {
    private static final int LONGEST = 24;
    private static final int LONGEST_THING = 6;

    private ToldAgain() {
    }

    /** The thing without what points at it; empty where a text says anything else. */
    public static String thing(String text) {
        for (int at = 1; at < text.length() && text.length() <= LONGEST; at++) {
            var again = Complaints.WORDS.at(text, at, "again");
            if (again.isPresent()) {
                return isWrongFrom(text, again.get().end()) ? bare(text.substring(0, at)) : "";
            }
        }
        return "";
    }

    private static boolean isWrongFrom(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (Complaints.WORDS.at(text, at, "wrong").isPresent() || Complaints.WORDS.at(text, at, "worse").isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String words) {
        int start = 0;
        for (int at = 0; at < words.length(); at++) {
            start = Complaints.WORDS.at(words, at, "pointing").map(word -> word.end()).orElse(start);
        }
        String thing = words.substring(start);
        boolean isNone = thing.length() > LONGEST_THING || Complaints.WORDS.at(thing, 0, "whoever").isPresent();
        return isNone ? "" : thing;
    }
}
