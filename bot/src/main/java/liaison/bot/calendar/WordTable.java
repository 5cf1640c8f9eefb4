package liaison.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Words of a language by kind, each with what it stands for: lines of kind, value, and the words with that value. */
public final class WordTable {
    private static final int COLUMNS = 3;

    private final Map<String, Map<String, String>> kinds = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

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

    /** The longest word of a kind that stands at a place of a text. */
    public Optional<Word> at(String text, int start, String kind) {
        var words = kinds.getOrDefault(kind, Map.of());
        for (int end = Math.min(text.length(), start + longest.getOrDefault(kind, 0)); end > start; end--) {
            String value = words.get(text.substring(start, end));
            if (value != null) {
                return Optional.of(new Word(value, start, end));
            }
        }
        return Optional.empty();
    }

    /** The longest word of a kind that ends at a place of a text. */
    public Optional<Word> before(String text, int end, String kind) {
        var words = kinds.getOrDefault(kind, Map.of());
        for (int start = Math.max(0, end - longest.getOrDefault(kind, 0)); start < end; start++) {
            String value = words.get(text.substring(start, end));
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
            kinds.computeIfAbsent(columns[0], kind -> new HashMap<>()).put(word, columns[1]);
            longest.merge(columns[0], word.length(), Math::max);
        }
    }

    /** A word found: what it stands for, and its first character and the one behind its last. */
    public record Word(String value, int start, int end) {
        public int number() {
            return Integer.parseInt(value);
        }
    }
}
