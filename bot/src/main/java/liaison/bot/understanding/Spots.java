package liaison.bot.understanding;

import liaison.bot.calendar.WordTable;

/** How far the words go that tell a spot at a place, as 那棵樟树底下 behind the name of a bridge. */
final class Spots {
    /** Letters behind a name within which a spot ends. */
    private static final int LONGEST = 24;

    private Spots() {
    }

    /** The end of the last spot that is told from there before the trouble begins; there itself where none is. */
    static int end(String text, int from, WordTable words) {
        int end = from;
        int most = Math.min(text.length(), from + LONGEST);
        for (int at = from; at < most && !Division.isSign(text.charAt(at)) && words.at(text, at, "told").isEmpty(); at++) {
            boolean isSpot = words.before(text, at + 1, "spotted").filter(word -> word.start() >= from).isPresent();
            end = isSpot ? at + 1 : end;
        }
        return end;
    }
}
