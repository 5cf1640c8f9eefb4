package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import liaison.bot.text.PlainText;
import liaison.bot.text.Span;
import liaison.bot.understanding.Pattern.Hits;
import liaison.bot.understanding.Subtopics.Weighed;
import liaison.bot.understanding.Topics.Guess;
import org.jspecify.annotations.Nullable;

/** What one text says, understood by words alone; nothing here knows the directory or the talk. */
public final class Heard {
    private static final char FIRST_HAN = '\u2e80';

    private final String text;
    private final PlainText letters;
    private final String plain;
    private final Hits hits;
    private final long[] signals;
    private final long[] exact;
    private final long[] telling;
    private final Topics topics;
    private final String number;
    private @Nullable Guess guess;
    private @Nullable Weighed weighed;
    private int @Nullable [] scores;
    private @Nullable List<Heard> alarms;

    Heard(String text, PlainText letters, String plain, Hits hits, long[] signals, long[] exact, long[] telling, Topics topics) {
        this.text = text.strip();
        this.letters = letters;
        this.plain = plain;
        this.hits = hits;
        this.signals = signals;
        this.exact = exact;
        this.telling = telling;
        this.topics = topics;
        number = RequestNumber.in(text);
    }

    public String text() {
        return text;
    }

    public String plain() {
        return plain;
    }

    /** Whether it holds no letter of the Far East: the weights know nothing of such words. */
    boolean isForeign() {
        return plain.chars().noneMatch(c -> c >= FIRST_HAN);
    }

    /** Whether words of a dialect were said. */
    boolean isDialect() {
        return letters.isDialect();
    }

    /** Whether mistakes of voice recognition were put right to understand it. */
    boolean isMistaken() {
        return letters.isMistaken() || !letters.toString().equals(plain);
    }

    /** Whether it says anything that the book knows. */
    public boolean isUnderstood() {
        for (int i = 0; i < signals.length; i++) {
            if ((signals[i] & telling[i]) != 0) {
                return true;
            }
        }
        return matter().tells();
    }

    public boolean hears(int signal) {
        return has(signals, signal);
    }

    /** Whether one of some signals is heard; a bit for each by its number. */
    public boolean hearsAny(long[] mask) {
        return hearsAny(mask, 0);
    }

    /** The same for signals of which none is before a word of the bits. */
    public boolean hearsAny(long[] mask, int from) {
        for (int i = from; i < mask.length && i < signals.length; i++) {
            if ((signals[i] & mask[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Each signal that is heard, by its number. */
    public void eachSignal(IntConsumer each) {
        for (int i = 0; i < signals.length; i++) {
            for (long left = signals[i]; left != 0; left &= left - 1) {
                each.accept(i * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
    }

    /** Whether the signal's words are all that was said, as when a button was pressed. */
    boolean hearsExactly(int signal) {
        return has(exact, signal);
    }

    /** Whether some signal's words are all that was said. */
    boolean isExact() {
        for (long some : exact) {
            if (some != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long[] signals, int signal) {
        return signal >= 0 && signal < signals.length << 6 && (signals[signal >> 6] & 1L << signal) != 0;
    }

    /** The words that belong to a subtopic, each labelled with itself, where they stand in the text. */
    List<Span> matterWords() {
        return matter().spans().stream().map(span -> letters.original(span.label(), span.start(), span.end())).toList();
    }

    /** Where some keywords stand in the text, without names; by bits of their numbers. */
    List<Span> words(long[] keywords) {
        var found = new ArrayList<Span>();
        for (int hit = 0; hit < hits.count(); hit++) {
            int keyword = hits.keyword(hit);
            if (keyword >> 6 < keywords.length && (keywords[keyword >> 6] & 1L << keyword) != 0) {
                found.add(letters.original("", hits.begin(hit), hits.end(hit)));
            }
        }
        return found;
    }

    /** Whether it holds so many words that the last ones were left out. */
    boolean isCut() {
        return hits.isFull();
    }

    /** What it says of a matter. */
    public Weighed matter() {
        if (weighed == null) {
            weighed = topics.weigh(plain, hits);
        }
        return weighed;
    }

    /** The topic; only asked for where one is needed, since it takes a look at every letter. */
    public Guess topic() {
        if (guess == null) {
            guess = topics.of(text, matter());
        }
        return guess;
    }

    /** The topic without some of the words: the text as long as it was, blanks in their stead. The whole's where nothing tells then. */
    public Guess topic(String without) {
        var rest = topics.of(without, matter().except(word -> isLeftOut(word, without)));
        return rest.lead().isKnown() ? rest : topic();
    }

    private boolean isLeftOut(Span word, String without) {
        var span = letters.original("", word.start(), word.end());
        return !text.substring(span.start(), span.end()).equals(without.substring(span.start(), span.end()));
    }

    /** How much speaks for each intent; one book's weights, since a text is heard by one book. */
    int[] scores(IntentWeights weights, int[] signs) {
        if (scores == null) {
            scores = weights.scores(this, signs);
        }
        return scores;
    }

    /** The parts of it, or all of it, in which one book's rules hear danger; asked once. */
    List<Heard> alarms(Function<Heard, List<Heard>> rules) {
        if (alarms == null) {
            alarms = rules.apply(this);
        }
        return alarms;
    }

    /** A request's number as written in ledgers, or empty. */
    public String number() {
        return number;
    }
}
