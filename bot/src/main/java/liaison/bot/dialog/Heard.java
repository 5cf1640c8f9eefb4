package liaison.bot.dialog;

import liaison.bot.dialog.Pattern.Hits;
import liaison.bot.dialog.Topics.Guess;

/** What one text says, understood by words alone; nothing here knows the directory or the talk. */
final class Heard {
    static final Heard NOTHING = new Heard("", "", new Hits(0, 0), new long[1], new Topics.Builder(word -> 0).build(0),
            new SinceWords.Builder(word -> 0).build(0));

    private final String text;
    private final String plain;
    private final Hits hits;
    private final long[] signals;
    private final Topics topics;
    private final SinceWords since;
    private final String number;

    Heard(String text, String plain, Hits hits, long[] signals, Topics topics, SinceWords since) {
        this.text = text.strip();
        this.plain = plain;
        this.hits = hits;
        this.signals = signals;
        this.topics = topics;
        this.since = since;
        number = RequestNumber.in(text);
    }

    String text() {
        return text;
    }

    String plain() {
        return plain;
    }

    boolean hears(int signal) {
        return signal < signals.length << 6 && (signals[signal >> 6] & 1L << signal) != 0;
    }

    /** The topic by its words. */
    Guess topic() {
        return topics.of(plain, hits);
    }

    String since() {
        return since.in(plain, hits);
    }

    /** A request's number as written in ledgers, or empty. */
    String number() {
        return number;
    }
}
