package liaison.bot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import liaison.bot.text.Fold;

/**
 * Finds in a text of any length when something is to be, or since when something has been so, by the words of
 * {@code calendar/time-words.tsv}. One pass over the text; what is found does not overlap.
 */
public final class TimeReader {
    private static final WordTable WORDS = WordTable.shipped("/calendar/numbers.tsv", "/calendar/time-words.tsv");

    private static final BitSet PHRASES = WORDS.firstOf(PhraseScanner.BEGINNINGS);

    private TimeReader() {
    }

    /** All that say when, in the order of the text. */
    public static List<TimePhrase> phrases(String text, Instant now) {
        var found = new ArrayList<TimePhrase>();
        var cursor = new WordCursor(WORDS, Fold.all(text), 0);
        var scanner = new PhraseScanner(cursor, PHRASES, Shanghai.day(now), false);
        for (int at = 0; at < text.length();) {
            var phrase = scanner.phraseAt(at, found.isEmpty() ? 0 : found.getLast().span().end());
            phrase.ifPresent(found::add);
            at = phrase.map(one -> one.span().end()).orElse(at + 1);
        }
        return found;
    }

    /** The first day that is named, such as 周六 or 下周二 in a booking. */
    public static Optional<LocalDate> day(String text, Instant now) {
        return phrases(text, now).stream().flatMap(phrase -> phrase.day().stream()).findFirst();
    }

    /** The words that say since when, such as 快半个月了 or 上周三晚上. */
    public static Optional<Span> since(String text, Instant now) {
        return new SinceReader(Fold.all(text), Shanghai.day(now)).read();
    }
}
