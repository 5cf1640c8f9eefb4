package liaison.bot.understanding;

import java.util.List;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** Words that ask to ring somebody up, as 打我电话 and 打她妈妈的手机: they tell of no blow, and are left out where danger is listened for. */
public final class Ringing {
    private static final WordTable WORDS = WordTable.shipped("/understanding/phone-words.tsv");
    private static final String DIAL = "dial";
    private static final List<String> WHOSE = List.of("own", "kin", "party", "others", "of");

    private Ringing() {
    }

    /** The text without them; in linear time. */
    static String without(String text) {
        StringBuilder rest = null;
        int kept = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end > at) {
                rest = rest == null ? new StringBuilder(text.length()) : rest;
                rest.append(text, kept, at);
                kept = end;
                at = end - 1;
            }
        }
        return rest == null ? text : rest.append(text, kept, text.length()).toString();
    }

    /** Where words that begin at a place and ask to ring somebody up end; the place itself where none begin. */
    private static int end(String text, int start) {
        var dial = WORDS.at(text, start, DIAL);
        if (dial.isEmpty()) {
            return start;
        }
        int at = dial.get().end();
        for (var whose = WORDS.at(text, at, WHOSE); whose.isPresent(); whose = WORDS.at(text, at, WHOSE)) {
            at = whose.get().end();
        }
        if (isTheirs(text, at) || (at > dial.get().end() && isAsked(text, start, at))) {
            return at;
        }
        return WORDS.at(text, at, "phone").filter(phone -> WORDS.at(text, phone.end(), "seized").isEmpty()).map(Word::end).orElse(start);
    }

    /** 打我老公的: the telephone was named before; 打我老公的头 is a blow. */
    private static boolean isTheirs(String text, int at) {
        return text.charAt(at - 1) == '的'
                && isEnded(text, at);
    }

    private static boolean isEnded(String text, int at) {
        return at == text.length() || !Character.isIdeographic(text.charAt(at)) || WORDS.at(text, at, "polite").isPresent();
    }

    /** 打给我老婆吧, 联系我儿子就行: words that mean nothing but to ring somebody up, with manners or nothing behind them. */
    private static boolean isAsked(String text, int start, int end) {
        return WORDS.at(text, start, "rings").isPresent() && isEnded(text, end);
    }
}
