package liaison.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Times;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Directory;
import liaison.bot.rules.BookReader;
import liaison.bot.rules.RuleFiles;
import liaison.bot.text.AddressParts;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.PlainText;
import liaison.bot.topic.TopicTable;
import liaison.gateway.csv.CsvDirectory;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What it takes to understand a message of the usual length, and the parts of it, by the messages that lie beside the checkout. */
public class ExplainBench {
    private static final int LENGTH = 241;
    private static final int TEXT = 6;
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static Directory places() {
        String folder = System.getProperty("bench.places", "");
        return MemoryDirectory.from(folder.isEmpty() ? CsvDirectory.demo() : CsvDirectory.in(Path.of(folder)));
    }

    private static Optional<List<String>> texts() {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/messages/train.tsv.gz")).filter(Files::exists).findFirst();
        return file.map(ExplainBench::texts);
    }

    private static List<String> texts(Path file) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)[TEXT]).filter(text -> text.length() >= LENGTH)
                    .map(text -> text.substring(0, LENGTH)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A book, a directory, and messages one after the other. */
    @State(Scope.Thread)
    public static class Desk {
        final List<String> texts = texts().orElse(List.of("楼下的路灯坏了半个月，晚上老人看不见路。".repeat(13).substring(0, LENGTH)));
        final RuleBook book = BookReader.read(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7));
        final Explainer explainer = new Explainer(book);
        final TopicTable topics = TopicTable.parse(RuleFiles.shipped().files().getOrDefault("topics.tsv", ""));
        final AddressParts addresses = AddressParts.shipped();
        final Directory directory = places();
        private int next;

        String text() {
            next = next + 1 < texts.size() ? next + 1 : 0;
            return texts.get(next);
        }
    }

    @Benchmark
    public Object explain(Desk desk) {
        return desk.explainer.explain(desk.text(), desk.directory, NOW);
    }

    /** Every keyword of the book is sought, and nothing made of it. */
    @Benchmark
    public Object automaton(Desk desk) {
        return desk.explainer.keywords(desk.text());
    }

    @Benchmark
    public Object plainForm(Desk desk) {
        return PlainText.of(desk.text());
    }

    @Benchmark
    public Object personalNumbers(Desk desk) {
        return PersonalNumbers.in(desk.text());
    }

    @Benchmark
    public Object addressParts(Desk desk) {
        return desk.addresses.in(desk.text());
    }

    @Benchmark
    public Object placeNames(Desk desk) {
        return desk.directory.mentions(desk.text());
    }

    @Benchmark
    public Object topic(Desk desk) {
        return desk.topics.lead(desk.text());
    }

    @Test
    void explain_isFast() throws RunnerException {
        assumeTrue(texts().isPresent(), "no messages beside this checkout");
        var options = new OptionsBuilder().include(ExplainBench.class.getName() + "\\.").forks(0).warmupIterations(3)
                .measurementIterations(5)
                .warmupTime(TimeValue.seconds(2)).measurementTime(TimeValue.seconds(2)).timeUnit(TimeUnit.MICROSECONDS)
                .mode(org.openjdk.jmh.annotations.Mode.AverageTime).build();
        assertThat(new Runner(options).run()).isNotEmpty();
    }
}
