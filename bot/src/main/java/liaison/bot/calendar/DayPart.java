package liaison.bot.calendar;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** A part of the day that words name without an hour, such as 上午 in 上午的参加. */
public enum DayPart {
    DAWN(0, 6), MORNING(0, 12), NOON(11, 14), AFTERNOON(12, 18), EVENING(17, 24);

    private static final WordTable WORDS = WordTable.shipped("/calendar/time-words.tsv");

    private final int from;
    private final int until;

    DayPart(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /** The first that a text names. */
    public static Optional<DayPart> in(String text) {
        for (int at = 0; at < text.length(); at++) {
            var word = WORDS.at(text, at, "part");
            if (word.isPresent()) {
                return Optional.of(valueOf(word.get().value().toUpperCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    /** Whether a time lies in it. */
    public boolean holds(LocalTime time) {
        return time.getHour() >= from && time.getHour() < until;
    }
}
