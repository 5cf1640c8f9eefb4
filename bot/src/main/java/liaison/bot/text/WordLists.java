package liaison.bot.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the product's own tables: lines of cells between tabs, and lines that begin with # for whoever keeps them. */
final class WordLists {
    private WordLists() {
    }

    static List<String[]> rows(String path) {
        var stream = Objects.requireNonNull(WordLists.class.getResourceAsStream(path), path);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of all lines of a kind. */
    static List<String> of(List<String[]> rows, String kind) {
        var words = new ArrayList<String>();
        rows.stream().filter(row -> row[0].equals(kind)).forEach(row -> words.addAll(List.of(row[1].split(" ", -1))));
        return List.copyOf(words);
    }
}
