package liaison.bot.dialog;

import liaison.bot.dialog.Pattern.Hits;
import liaison.bot.dialog.Topics.Guess;
import org.jspecify.annotations.Nullable;

/** What one text says, understood by words alone; nothing here knows the directory or the talk. */
final class Heard {
    private final String text;
    private final String plain;
    private final Hits hits;
    private final long[] signals;
    private final long[] exact;
    private final Topics topics;
    private final String number;
    private @Nullable Guess guess;
    private int @Nullable [] scores;

    Heard(String text, String plain, Hits hits, long[] signals, long[] exact, Topics topics) {
        this.text = text.strip();
        this.plain = plain;
        this.hits = hits;
        this.signals = signals;
        this.exact = exact;
        this.topics = topics;
        number = RequestNumber.in(text);
    }

    String text() {
        return text;
    }

    String plain() {
        return plain;
    }

    boolean hears(int signal) {
        return has(signals, signal);
    }

    /** Whether the signal's words are all that was said, as when a button was pressed. */
    boolean hearsExactly(int signal) {
        return has(exact, signal);
    }

    private static boolean has(long[] signals, int signal) {
        return signal >= 0 && signal < signals.length << 6 && (signals[signal >> 6] & 1L << signal) != 0;
    }

    /** The topic by its words. */
    Guess topic() {
        if (guess == null) {
            guess = topics.of(plain, hits);
        }
        return guess;
    }

    /** How much speaks for each intent; one book's weights, since a text is heard by one book. */
    int[] scores(IntentWeights weights, int[] signs) {
        if (scores == null) {
            scores = weights.scores(this, signs);
        }
        return scores;
    }

    /** A request's number as written in ledgers, or empty. */
    String number() {
        return number;
    }
}
