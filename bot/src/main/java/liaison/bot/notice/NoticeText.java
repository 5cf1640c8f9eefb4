package liaison.bot.notice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** A dictated notice in its parts between punctuation, from which what was understood is cut. */
final class NoticeText {
    private static final WordTable WORDS = WordTable.shipped("/notice/notice-words.tsv");
    private static final String SEPARATORS = ",;!?\n\r\u3002";
    private static final List<String> EMPTY_WORDS = List.of("label", "attend", "must", "group", "quantifier", "modifier", "plural", "and",
            "gather", "polite", "address", "at", "is");

    /** The value of a word that looks like a group of people and is none, as 代表之家. */
    static final String NOBODY = "none";

    private final String text;
    private final String plain;
    private final BitSet cut = new BitSet();

    NoticeText(String text) {
        this.text = text;
        plain = WordCursor.plain(text);
    }

    /** The parts between punctuation that are not empty; what is cut is still in them. */
    List<Span> parts() {
        var parts = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || isSeparator(i)) {
                if (i > start) {
                    parts.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    void cut(Span span) {
        cut.set(span.start(), span.end());
    }

    boolean isCut(int place) {
        return cut.get(place);
    }

    /** The first place of a part that is not cut, or its end. */
    int firstOf(Span part) {
        return Math.min(cut.nextClearBit(part.start()), part.end());
    }

    Optional<Word> at(int place, String kind) {
        return WORDS.at(plain, place, kind);
    }

    Optional<Word> before(int place, String kind) {
        return WORDS.before(plain, place, kind);
    }

    /** Behind all words of a kind that stand at a place one after the other. */
    int behind(int place, String kind) {
        int end = place;
        for (var word = at(end, kind); word.isPresent(); word = at(end, kind)) {
            end = word.get().end();
        }
        return end;
    }

    /** Cuts 发通知 where it opens the text, whoever it is said to. */
    void cutCommand() {
        var parts = parts();
        if (parts.isEmpty()) {
            return;
        }
        var first = parts.getFirst();
        for (int i = first.start(); i < first.end(); i++) {
            var command = at(i, "command");
            if (command.isPresent()) {
                if (isEmpty(new Span(first.start(), i))) {
                    cut(new Span(i, command.get().end()));
                }
                return;
            }
        }
    }

    /** Whether nothing is left of a part but words that say who, please or come. */
    boolean isEmpty(Span part) {
        int at = part.start();
        while (at < part.end()) {
            int next = isCut(at) || plain.charAt(at) == ' ' ? at + 1 : emptyWord(at);
            if (next == at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** What was not cut of all parts that say something. */
    String remains() {
        var remains = new ArrayList<String>();
        for (var part : parts()) {
            if (!isEmpty(part)) {
                remains.add(uncut(part));
            }
        }
        return String.join("\uff0c", remains);
    }

    String named(Span span) {
        return text.substring(span.start(), span.end()).strip();
    }

    /** Whether any word of a kind stands in the text without one of the other kind before it. */
    boolean says(String kind, String unless) {
        for (int i = 0; i < plain.length(); i++) {
            if (at(i, kind).isPresent() && before(i, unless).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String uncut(Span part) {
        int start = part.start();
        while (isCut(start) || plain.charAt(start) == ' ' || at(start, "polite").isPresent()) {
            start = isCut(start) || plain.charAt(start) == ' ' ? start + 1 : at(start, "polite").orElseThrow().end();
        }
        var uncut = new StringBuilder();
        for (int i = start; i < part.end(); i++) {
            if (!isCut(i)) {
                uncut.append(text.charAt(i));
            }
        }
        return uncut.toString().strip();
    }

    private int emptyWord(int place) {
        int end = place;
        for (String kind : EMPTY_WORDS) {
            end = Math.max(end, at(place, kind).filter(word -> !word.value().equals(NOBODY)).map(Word::end).orElse(place));
        }
        return end;
    }

    /** A colon within a time and a blank between letters, or within what is cut, separate nothing. */
    private boolean isSeparator(int place) {
        char c = plain.charAt(place);
        if (isCut(place)) {
            return false;
        }
        if (c == ':') {
            return !(isDigit(place - 1) && isDigit(place + 1));
        }
        return c == ' ' ? !(isLatin(place - 1) && isLatin(place + 1)) : SEPARATORS.indexOf(c) >= 0;
    }

    private boolean isDigit(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) >= '0' && plain.charAt(place) <= '9';
    }

    private boolean isLatin(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) > ' ' && plain.charAt(place) < '\u0080';
    }
}
