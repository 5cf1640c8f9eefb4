package liaison.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words of a language by kind, each with what it stands for: lines of kind, value, and the words with that value. */
public final class WordTable {
    private static final int COLUMNS = 3;
    private static final int MOST_DIGITS = 3;
    private static final int TEN = 10;

    private final Entries from = new Entries();
    private final Entries to = new Entries();

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

    /** The characters that words of some kinds begin with. */
    public BitSet firstOf(String... some) {
        var first = new BitSet();
        for (String kind : some) {
            words(kind).forEach(word -> first.set(word.charAt(0)));
        }
        return first;
    }

    /** The longest word of a kind that stands at a place of a text. */
    public Optional<Word> at(String text, int start, String kind) {
        if (start < text.length()) {
            for (var entry : from.of(text.charAt(start), kind)) {
                if (text.startsWith(entry.word, start)) {
                    return Optional.of(new Word(entry.value, start, start + entry.word.length()));
                }
            }
        }
        return Optional.empty();
    }

    /** The longest word at a place of the first of some kinds that has one there. */
    public Optional<Word> at(String text, int start, List<String> some) {
        for (String kind : some) {
            var word = at(text, start, kind);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    /** Whether a word of a kind begins anywhere in a text. */
    public boolean isIn(String text, String kind) {
        return isIn(text, 0, text.length(), kind);
    }

    /** Whether one begins at a place before another place. */
    public boolean isIn(String text, int start, int end, String kind) {
        for (int at = start; at < end; at++) {
            if (at(text, at, kind).isPresent()) {
                return true;
            }
        }
        return false;
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
        return from.words(kind);
    }

    /** The longest word of a kind that ends at a place of a text. */
    public Optional<Word> before(String text, int end, String kind) {
        if (end > 0) {
            for (var entry : to.of(text.charAt(end - 1), kind)) {
                int start = end - entry.word.length();
                if (text.startsWith(entry.word, start)) {
                    return Optional.of(new Word(entry.value, start, end));
                }
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
            var entry = new Entry(word, columns[1]);
            from.add(word.charAt(0), columns[0], entry);
            to.add(word.charAt(word.length() - 1), columns[0], entry);
        }
    }

    private record Entry(String word, String value) {
    }

    /** Words of one kind at one character, the longest first. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kind(String name, Entry[] entries) {
        static final Entry[] NONE = {};

        /** A word that is there already gets the new value. */
        Kind with(Entry entry) {
            return new Kind(name, Stream.concat(Arrays.stream(entries).filter(one -> !one.word.equals(entry.word)), Stream.of(entry))
                    .sorted(Comparator.comparingInt(one -> -one.word.length())).toArray(Entry[]::new));
        }
    }

    /**
     * The kinds with a word at one character.
     *
     * @param bits one of each kind's name, so that most kinds that are not there need no look
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kinds(long bits, Kind[] all) {
        static final Kinds NONE = new Kinds(0, new Kind[0]);

        Entry[] of(String name) {
            if ((bits & bit(name)) != 0) {
                for (var kind : all) {
                    if (kind.name.equals(name)) {
                        return kind.entries;
                    }
                }
            }
            return Kind.NONE;
        }

        Kinds with(String name, Entry entry) {
            var with = new Kind(name, of(name)).with(entry);
            return new Kinds(bits | bit(name),
                    Stream.concat(Arrays.stream(all).filter(one -> !one.name.equals(name)), Stream.of(with)).toArray(Kind[]::new));
        }

        private static long bit(String name) {
            return 1L << name.hashCode();
        }
    }

    /** Words by a character of theirs, which tells at once of most places of a text that no word stands there; pages of characters without any take no room. */
    private static final class Entries {
        private static final int PAGE = 256;
        private final Kinds[] @Nullable [] pages = new Kinds[PAGE][];

        Entry[] of(char c, String kind) {
            var page = pages[c / PAGE];
            return page == null ? Kind.NONE : page[c % PAGE].of(kind);
        }

        void add(char c, String kind, Entry entry) {
            var page = pages[c / PAGE];
            if (page == null) {
                page = new Kinds[PAGE];
                Arrays.fill(page, Kinds.NONE);
                pages[c / PAGE] = page;
            }
            page[c % PAGE] = page[c % PAGE].with(kind, entry);
        }

        List<String> words(String kind) {
            return Arrays.stream(pages).filter(Objects::nonNull).flatMap(Arrays::stream)
                    .flatMap(known -> Arrays.stream(known.of(kind))).map(Entry::word).sorted().toList();
        }
    }

    /** A word found: what it stands for, and its first character and the one behind its last. */
    public record Word(String value, int start, int end) {
        public int number() {
            return Integer.parseInt(value);
        }
    }
}
