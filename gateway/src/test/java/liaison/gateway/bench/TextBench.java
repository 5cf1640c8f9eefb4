package liaison.gateway.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.PlainText;
import org.junit.jupiter.api.Test;

/** What it costs to read letters, by the messages that lie beside the checkout, cut to a message of the usual length. */
final class TextBench {
    private static final int LENGTH = 241;
    private static final int ROUNDS = 20;
    private static final int TEXT = 6;

    @Test
    void texts_areReadAtSpeed() throws IOException {
        var texts = texts();
        measure("plain form", texts, text -> PlainText.of(text).toString().length());
        measure("personal numbers", texts, text -> PersonalNumbers.in(text).size());
    }

    private static void measure(String what, List<String> texts, ToIntFunction<String> read) {
        long best = Long.MAX_VALUE;
        long seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            seen += texts.stream().mapToInt(read).sum();
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        long letters = texts.stream().mapToLong(String::length).sum();
        System.out.printf("%s: %.2f µs for %d characters (%d)%n", what, best / 1e3 / letters * LENGTH, LENGTH, seen);
    }

    private static List<String> texts() throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/messages/train.tsv.gz")).filter(Files::exists).findFirst();
        assumeTrue(file.isPresent(), "no messages beside this checkout");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file.orElseThrow())), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)[TEXT])
                    .map(text -> text.substring(0, Math.min(LENGTH, text.length()))).toList();
        }
    }
}
