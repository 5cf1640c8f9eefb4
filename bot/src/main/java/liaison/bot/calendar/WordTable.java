package liaison.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words of a language by kind, each with what it stands for: lines of kind, value, and the words with that value. */
public final class WordTable {
    private static final int COLUMNS = 3;
    private static final int MOST_DIGITS = 3;
    private static final int TEN = 10;

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
    private boolean hasWordFrom(char first) {
        return firstCharacters.get(first);
    }

    /** The characters that words of some kinds begin with. */
    BitSet firstOf(String... some) {
        var first = new BitSet();
        for (String kind : some) {
            words(kind).forEach(word -> first.set(word.charAt(0)));
        }
        return first;
    }

    /** The longest word of a kind that stands at a place of a text. */
    public Optional<Word> at(String text, int start, String kind) {
        var known = start < text.length() && hasWordFrom(text.charAt(start)) ? kinds.get(kind) : null;
        if (known == null) {
            return Optional.empty();
        }
        int lengths = known.lengthsFrom.of(text.charAt(start));
        while (lengths != 0) {
            int end = start + Lengths.longest(lengths);
            lengths = Lengths.shorter(lengths);
            String value = end > text.length() ? null : known.words.get(text.substring(start, end));
            if (value != null) {
                return Optional.of(new Word(value, start, end));
            }
        }
        return Optional.empty();
    }

    /** A number below a hundred, in digits or words, as digits; empty for anything else. */
    public String number(String text) {
        int tens = 0;
        int ones = 0;
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            var ten = at(text, at, "ten");
            var digit = at(text, at, "digit");
            if (ten.isPresent() && tens == 0) {
                tens = Math.max(1, ones);
                ones = 0;
            } else if (c >= '0' && c <= '9' && at < MOST_DIGITS) {
                ones = ones * TEN + c - '0';
            } else if (digit.isPresent() && ones == 0) {
                ones = Integer.parseInt(digit.get().value());
            } else {
                return "";
            }
            at++;
        }
        int number = tens * TEN + ones;
        return number == 0 ? "" : Integer.toString(number);
    }

    /** All words of a kind in the order of their letters. */
    public List<String> words(String kind) {
        var known = kinds.get(kind);
        return known == null ? List.of() : known.words.keySet().stream().sorted().toList();
    }

    /** The longest word of a kind that ends at a place of a text. */
    public Optional<Word> before(String text, int end, String kind) {
        var known = kinds.get(kind);
        if (known == null || end <= 0) {
            return Optional.empty();
        }
        int lengths = known.lengthsTo.of(text.charAt(end - 1));
        while (lengths != 0) {
            int start = end - Lengths.longest(lengths);
            lengths = Lengths.shorter(lengths);
            String value = start < 0 ? null : known.words.get(text.substring(start, end));
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
        private final Lengths lengthsFrom = new Lengths();
        private final Lengths lengthsTo = new Lengths();

        void add(String word, String value) {
            words.put(word, value);
            lengthsFrom.add(word.charAt(0), word.length());
            lengthsTo.add(word.charAt(word.length() - 1), word.length());
        }
    }

    /** The lengths of words by character, as bits; pages of those that have none take no room. */
    private static final class Lengths {
        private static final int PAGE = 256;
        private final int[] @Nullable [] pages = new int[PAGE][];

        int of(char c) {
            int[] page = pages[c / PAGE];
            return page == null ? 0 : page[c % PAGE];
        }

        void add(char c, int length) {
            if (length >= Integer.SIZE) {
                throw new IllegalArgumentException("a word has at most " + (Integer.SIZE - 1) + " characters");
            }
            int[] page = pages[c / PAGE];
            if (page == null) {
                page = new int[PAGE];
                pages[c / PAGE] = page;
            }
            page[c % PAGE] |= 1 << length;
        }

        static int longest(int lengths) {
            return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lengths);
        }

        static int shorter(int lengths) {
            return lengths & ~Integer.highestOneBit(lengths);
        }
    }

    /** A word found: what it stands for, and its first character and the one behind its last. */
    public record Word(String value, int start, int end) {
        public int number() {
            return Integer.parseInt(value);
        }
    }
}
