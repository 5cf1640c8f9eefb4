package liaison.bot.calendar;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import liaison.bot.calendar.WordTable.Word;

/** Reads words and numbers one after the other; what does not fit leaves the place unchanged. Blanks are passed over. */
public final class WordCursor {
    private static final int MAX_DIGITS = 4;

    private final WordTable words;
    private final String text;
    private int at;

    /** Full-width digits and signs count as the plain ones; places are those of the text as given. */
    public WordCursor(WordTable words, String text, int start) {
        this.words = words;
        this.text = plain(text);
        at = start;
    }

    /** The text with plain digits, signs and blanks, character by character. */
    public static String plain(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > '\uff00' && c < '\uff5f') {
                plain.setCharAt(i, (char) (c - '\uff00' + ' '));
            } else if (c == '\u3000' || c == '\u00a0' || c == '\t') {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    public int at() {
        return at;
    }

    public void moveTo(int place) {
        at = place;
    }

    public boolean isAtEnd() {
        return blanksFrom(at) == text.length();
    }

    public Optional<Word> take(String kind) {
        var word = words.at(text, blanksFrom(at), kind);
        word.ifPresent(found -> at = found.end());
        return word;
    }

    public boolean skip(String kind) {
        return take(kind).isPresent();
    }

    /** Whether a word of the kind comes next. */
    public boolean sees(String kind) {
        return words.at(text, blanksFrom(at), kind).isPresent();
    }

    /** Whether a word of the kind begins at a place. */
    boolean seesAt(String kind, int place) {
        return words.at(text, place, kind).isPresent();
    }

    /** The word of the kind that stands directly before a place. */
    Optional<Word> before(String kind, int place) {
        return words.before(text, place, kind);
    }

    /** Whether a word of the kind stands directly before a place. */
    public boolean isBehind(String kind, int place) {
        return words.before(text, place, kind).isPresent();
    }

    /** Whether a number, or something that begins with one of these characters, may stand at a place. */
    boolean mayBegin(int place, BitSet first) {
        char c = charAt(place);
        return isDigit(c) || first.get(c);
    }

    /** Whether a place is behind the first digit or numeral of a number; where one begins, it is read once. */
    public boolean isInNumber(int place) {
        return isNumeral(place) && isNumeral(place - 1) && isDigit(charAt(place)) == isDigit(charAt(place - 1));
    }

    private boolean isNumeral(int place) {
        return place >= 0 && (isDigit(charAt(place)) || words.at(text, place, "numeral").isPresent());
    }

    /** A number below 10,000 in digits, or in words as 十二, 二十, 两 or 二〇二六. */
    public OptionalInt number() {
        int start = blanksFrom(at);
        int end = start;
        while (end < text.length() && end - start <= MAX_DIGITS && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            return numberInWords(start);
        }
        if (end - start > MAX_DIGITS) {
            return OptionalInt.empty();
        }
        at = end;
        return OptionalInt.of(Integer.parseInt(text, start, end, 10));
    }

    /** The plain character at a place, a blank outside the text. */
    public char charAt(int place) {
        return place >= 0 && place < text.length() ? text.charAt(place) : ' ';
    }

    private OptionalInt numberInWords(int start) {
        int end = start;
        int sum = 0;
        int last = 0;
        int digits = 0;
        boolean tens = false;
        for (; end < text.length() && digits <= MAX_DIGITS; end++) {
            var digit = words.at(text, end, "digit");
            if (digit.isPresent()) {
                last = digits == 0 ? digit.get().number() : last * 10 + digit.get().number();
                digits++;
            } else if (words.at(text, end, "ten").isPresent() && !tens && digits < 2) {
                sum = (digits == 0 ? 1 : last) * 10;
                last = 0;
                digits = 0;
                tens = true;
            } else {
                break;
            }
        }
        // two digits side by side, as 三四, are an estimate
        boolean fits = end > start && (tens ? digits < 2 : digits == 1 || digits == MAX_DIGITS);
        if (!fits) {
            return OptionalInt.empty();
        }
        at = end;
        return OptionalInt.of(sum + last);
    }

    private int blanksFrom(int place) {
        int next = place;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
