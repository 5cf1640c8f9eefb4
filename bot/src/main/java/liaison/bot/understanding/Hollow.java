package liaison.bot.understanding;

import java.util.BitSet;
import liaison.bot.text.Fold;

/** Words that name no thing at all: a call for somebody, as 到底有没有人管, and syllables said over and over. */
public final class Hollow {
    /** Longer ones tell something. */
    private static final int LONGEST = 24;
    private static final int SHORTEST_BABBLE = 3;

    private Hollow() {
    }

    /** Whether a text says nothing else. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && (isCall(text) || isBabble(text));
    }

    private static boolean isCall(String text) {
        String folded = Fold.all(text);
        boolean calls = false;
        for (int at = 0; at < folded.length();) {
            if (isNoLetter(folded.charAt(at))) {
                at++;
                continue;
            }
            var word = Complaints.WORDS.at(folded, at, "hollow");
            if (word.isEmpty()) {
                return false;
            }
            calls |= word.get().value().equals("call");
            at = word.get().end();
        }
        return calls;
    }

    /** 咕噜咕噜: no letter in it stands there once only. */
    private static boolean isBabble(String text) {
        var letters = new BitSet();
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isNoLetter(c)) {
                continue;
            }
            if (!Character.isIdeographic(c)) {
                return false;
            }
            letters.set(c);
            count++;
        }
        return count >= SHORTEST_BABBLE && letters.cardinality() * 2 <= count;
    }

    private static boolean isNoLetter(char c) {
        return Division.isSign(c) || !Character.isLetterOrDigit(c);
    }
}
