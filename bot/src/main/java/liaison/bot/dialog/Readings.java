package liaison.bot.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was understood of the words that one message is decided by, each once: deciding begins anew whenever a fact is missing.
 * Lives as long as the decision, and within its thread.
 */
final class Readings {
    private final Map<Key, Object> known = new HashMap<>();

    /** How words are read; by a book, since another one may hear something else in them. */
    private record Key(RuleBook book, Class<?> what, String words) {
    }

    /** @param read makes it of the words when it is asked for first; depends on nothing but the book, the words, the directory and facts that were read */
    <T> T of(RuleBook book, Class<T> what, String words, Function<String, T> read) {
        var key = new Key(book, what, words);
        var found = known.get(key);
        if (found != null) {
            return what.cast(found);
        }
        T fresh = read.apply(words);
        known.put(key, fresh);
        return fresh;
    }
}
