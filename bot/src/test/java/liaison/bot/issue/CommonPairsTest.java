package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import liaison.bot.text.Fold;
import org.junit.jupiter.api.Test;

/** Makes the table of common pairs anew from the messages it was counted over, and leaves it in target/common-pairs.tsv. */
class CommonPairsTest {
    private static final Path SHIPPED = Path.of("src/main/resources/issue/common-pairs.tsv");
    private static final int LEAST = 8;
    private static final int A_LINE = 40;

    @Test
    void shipped_isWhatTheMessagesGive() throws IOException {
        var messages = messages();
        assumeTrue(messages.isPresent(), "no messages beside this checkout");
        var made = Files.writeString(Path.of("target/common-pairs.tsv"), String.join("\n", lines(messages.orElseThrow())) + "\n");
        assertThat(Files.mismatch(made, SHIPPED)).isEqualTo(-1);
    }

    private static Optional<Path> messages() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/messages/train.tsv.gz")).filter(Files::exists).findFirst();
    }

    private static List<String> lines(Path file) throws IOException {
        var counts = new TreeMap<String, Integer>();
        int messages = 0;
        for (String[] row : rows(file)) {
            if (row[2].equals("raw")) {
                messages++;
                pairs(Sketcher.letters(row[5] + "。" + row[6])).forEach(pair -> counts.merge(pair, 1, Integer::sum));
            }
        }
        var levels = new TreeMap<Double, List<String>>();
        for (var counted : counts.entrySet()) {
            if (counted.getValue() >= LEAST) {
                double level = Math.rint(Math.log((messages + 1) / (counted.getValue() + 0.5)) * 2) / 2;
                levels.computeIfAbsent(level, key -> new ArrayList<>()).add(counted.getKey());
            }
        }
        var lines = new ArrayList<String>();
        lines.add("# ln(messages in all / messages with the pair), in halves, and pairs of characters; made by CommonPairsTest.");
        levels.forEach((level, pairs) -> {
            for (int from = 0; from < pairs.size(); from += A_LINE) {
                lines.add(level + "\t" + String.join(" ", pairs.subList(from, Math.min(pairs.size(), from + A_LINE))));
            }
        });
        return lines;
    }

    private static Set<String> pairs(String letters) {
        var pairs = new TreeSet<String>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            if (letters.charAt(i) != Fold.GAP && letters.charAt(i + 1) != Fold.GAP) {
                pairs.add(letters.substring(i, i + 2));
            }
        }
        return pairs;
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }
}
