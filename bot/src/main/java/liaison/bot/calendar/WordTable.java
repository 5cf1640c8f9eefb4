package liaison.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Words of a language by kind, each with what it stands for: lines of kind, value, and the words with that value. */
public final class WordTable {
    private static final int COLUMNS = 3;

    private final Map<String, Kind> kinds = new HashMap<>();
    private final BitSet firstCharacters = new BitSet();

    private WordTable() {
    }

    /** Reads tables of the product by their paths, such as {@code /calendar/time-words.tsv}. */
    public static WordTable shipped(String... paths) {
        var table = new WordTable();
        for (String path : paths) {
            var stream = Objects.requireNonNull(WordTable.class.getResourceAsStream(path), path);
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(table::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return table;
    }

    /** Whether a word of any kind begins with a character; most characters begin none. */
    boolean hasWordFrom(char first) {
        return firstCharacters.get(first);
    }

    /** The longest word of a kind that stands at a place of a text. */
    public Optional<Word> at(String text, int start, String kind) {
        var known = kinds.get(kind);
        if (known == null || start >= text.length()) {
            return Optional.empty();
        }
        int longest = known.longestFrom.getOrDefault(text.charAt(start), 0);
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            String value = known.words.get(text.substring(start, end));
            if (value != null) {
                return Optional.of(new Word(value, start, end));
            }
        }
        return Optional.empty();
    }

    /** The longest word of a kind that ends at a place of a text. */
    public Optional<Word> before(String text, int end, String kind) {
        var known = kinds.get(kind);
        if (known == null || end <= 0) {
            return Optional.empty();
        }
        int longest = known.longestTo.getOrDefault(text.charAt(end - 1), 0);
        for (int start = Math.max(0, end - longest); start < end; start++) {
            String value = known.words.get(text.substring(start, end));
            if (value != null) {
                return Optional.of(new Word(value, start, end));
            }
        }
        return Optional.empty();
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("a line of words is KIND, VALUE, WORDS: " + line);
        }
        for (String word : columns[2].split(" ", -1)) {
            kinds.computeIfAbsent(columns[0], kind -> new Kind()).add(word, columns[1]);
            firstCharacters.set(word.charAt(0));
        }
    }

    /** Most places of a text begin no word of a kind: its first characters, and its last ones, tell that at once. */
    private static final class Kind {
        private final Map<String, String> words = new HashMap<>();
        private final Map<Character, Integer> longestFrom = new HashMap<>();
        private final Map<Character, Integer> longestTo = new HashMap<>();

        void add(String word, String value) {
            words.put(word, value);
            longestFrom.merge(word.charAt(0), word.length(), Math::max);
            longestTo.merge(word.charAt(word.length() - 1), word.length(), Math::max);
        }
    }

    /** A word found: what it stands for, and its first character and the one behind its last. */
    public record Word(String value, int start, int end) {
        public int number() {
            return Integer.parseInt(value);
        }
    }
}
