package liaison.bot.understanding;

import java.util.List;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** Who tells something or is to be told it, as 我爸说 and 跟他说一声 before a clause: it happened to none of them. */
final class Bearers {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv", "/understanding/bearer-words.tsv");
    private static final String STOPS = "，,。；;！!、\n ";
    private static final List<String> WHOSE = List.of("own", "kin", "party", "others");

    private Bearers() {
    }

    /** The text without them; in linear time. */
    static String without(String text) {
        StringBuilder rest = null;
        int kept = 0;
        for (int at = 0; at < text.length(); at = nextClause(text, at)) {
            int end = end(text, at);
            if (end > at) {
                rest = rest == null ? new StringBuilder(text.length()) : rest;
                rest.append(text, kept, at);
                kept = stopsEnd(text, end);
                at = kept;
            }
        }
        return rest == null ? text : rest.append(text, kept, text.length()).toString();
    }

    private static int nextClause(String text, int start) {
        int at = start;
        while (at < text.length() && STOPS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return stopsEnd(text, at);
    }

    private static int stopsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && STOPS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Where words that begin at a place and name who tells or is told end; the place itself where none begin. */
    private static int end(String text, int start) {
        int at = over(text, start, "opens");
        var tells = WORDS.at(text, at, "tells");
        var to = tells.or(() -> WORDS.at(text, at, "to"));
        int from = to.map(Word::end).orElse(at);
        int whose = whoseEnd(text, from);
        if (whose == from) {
            return start;
        }
        var told = WORDS.at(text, whose, to.isPresent() ? "told" : "says");
        if (told.isEmpty()) {
            return tells.isPresent() ? whose : start;
        }
        return WORDS.at(text, whose, "speechless").isPresent() ? start : told.get().end();
    }

    private static int over(String text, int start, String kind) {
        int at = start;
        for (var word = WORDS.at(text, at, kind); word.isPresent(); word = WORDS.at(text, at, kind)) {
            at = word.get().end();
        }
        return at;
    }

    private static int whoseEnd(String text, int start) {
        int at = start;
        for (var word = WORDS.at(text, at, WHOSE); word.isPresent(); word = WORDS.at(text, at, WHOSE)) {
            at = word.get().end();
        }
        return at;
    }
}
