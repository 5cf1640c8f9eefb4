package liaison.bot.notice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;

/** A dictated notice in its parts between punctuation, from which what was understood is cut, and the words that stand in it. */
final class NoticeText {
    private static final WordTable WORDS = WordTable.shipped("/calendar/numbers.tsv", "/notice/notice-words.tsv");
    private static final String SEPARATORS = ",;!?\n\r\u3002";

    private final String text;
    private final String plain;
    private final BitSet cut = new BitSet();
    private final BitSet kept = new BitSet();

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

    /** What was understood stays in the text all the same. */
    void keep(Span span) {
        kept.set(span.start(), span.end());
    }

    boolean isKept(int place) {
        return kept.get(place);
    }

    /** Takes whom to call, and how, for words of the text alone, whoever bears that name. */
    void keepContacts() {
        for (var contact : contacts()) {
            cut(contact);
            keep(contact);
        }
    }

    /** Each from its label up to the end of its clause. */
    List<Span> contacts() {
        var contacts = new ArrayList<Span>();
        for (int i = 0; i < plain.length(); i++) {
            int start = at(i, "contact").filter(word -> at(word.start(), "contact-no").isEmpty()).map(Word::end).orElse(i);
            if (start > i) {
                int end = start;
                while (end < plain.length() && (plain.charAt(end) == ' ' || SEPARATORS.indexOf(plain.charAt(end)) < 0)) {
                    end++;
                }
                contacts.add(new Span(i, end));
                i = end;
            }
        }
        return contacts;
    }

    /** The first place of a part that is not cut, or its end. */
    int firstOf(Span part) {
        return Math.min(cut.nextClearBit(part.start()), part.end());
    }

    int length() {
        return plain.length();
    }

    boolean isBlank(int place) {
        return plain.charAt(place) == ' ';
    }

    boolean isLetter(int place) {
        return Character.isLetter(plain.charAt(place));
    }

    boolean isLetterOrDigit(int place) {
        return Character.isLetterOrDigit(plain.charAt(place));
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

    /** A number that stands at a place, in digits or words. */
    Optional<Word> number(int place) {
        var cursor = new WordCursor(WORDS, plain, place);
        var number = cursor.number();
        return number.isPresent()
                ? Optional.of(new Word(Integer.toString(number.getAsInt()), place, cursor.at()))
                : Optional.empty();
    }

    /** Whether no letter and no digit stands from a place on. */
    boolean areSigns(int place) {
        return IntStream.range(place, plain.length()).noneMatch(this::isLetterOrDigit);
    }

    /** Behind the blanks that stand at a place. */
    int behindBlank(int place) {
        int end = place;
        while (end < plain.length() && isBlank(end)) {
            end++;
        }
        return end;
    }

    /** Before all words of a kind that end the text. */
    int end(String kind) {
        return endBefore(plain.length(), kind);
    }

    /** Before all words of a kind that end at a place. */
    int endBefore(int place, String kind) {
        int end = place;
        for (var word = before(end, kind); word.isPresent(); word = before(end, kind)) {
            end = word.get().start();
        }
        return end;
    }

    /** Whether nothing more is said behind a place, up to the next sign, but 了 or 吧. */
    boolean endsClause(int place) {
        int end = place;
        while (end < plain.length() && isLetter(end) && at(end, "change-tail").isPresent()) {
            end = at(end, "change-tail").orElseThrow().end();
        }
        return end >= plain.length() || isCut(end) || !isLetterOrDigit(end);
    }

    /** Whether any word of a kind stands in the text. */
    boolean says(String kind) {
        // asked of every message that comes, so without a stream
        for (int i = 0; i < plain.length(); i++) {
            if (at(i, kind).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any word of a kind stands in the text without one of the other kind before it. */
    boolean says(String kind, String unless) {
        return says(kind, unless, new Span(0, plain.length()));
    }

    boolean says(String kind, String unless, Span part) {
        for (int i = part.start(); i < part.end(); i++) {
            if (at(i, kind).isPresent() && before(i, unless).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** With plain digits, signs and blanks. */
    String plain(int start, int end) {
        return plain.substring(start, end);
    }

    /** As it was written. */
    String written(int from, int to) {
        return text.substring(from, to);
    }

    /** As it was written, without the blanks around it. */
    String named(Span span) {
        return span.of(text).strip();
    }

    /** A colon within a time and a blank between letters, or within what is cut, separate nothing. */
    boolean isSeparator(int place) {
        char c = plain.charAt(place);
        if (isCut(place)) {
            return false;
        }
        if (c == ':') {
            return !(isDigit(place - 1) && isDigit(place + 1));
        }
        return c == ' ' ? !(isLatin(place - 1) && isLatin(place + 1)) : SEPARATORS.indexOf(c) >= 0;
    }

    boolean isDigit(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) >= '0' && plain.charAt(place) <= '9';
    }

    boolean isLatin(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) > ' ' && plain.charAt(place) < '\u0080';
    }
}
