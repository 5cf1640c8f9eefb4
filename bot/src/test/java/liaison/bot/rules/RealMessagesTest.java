package liaison.bot.rules;

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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.Explanation;
import org.junit.jupiter.api.Test;

/**
 * Messages that people sent to a government platform: web forms, which hold no emergency and are hardly ever abuse. Nearly every
 * alarm over them is a false one. They lie beside the checkout and are copied nowhere.
 */
final class RealMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
    private static final int SUBJECT = 5;

    @Test
    void emergency_isHardlyEverHeardInSubjects() throws IOException {
        assertThat(share(messages().map(columns -> columns[SUBJECT]), Explanation::emergency)).isLessThan(0.002);
    }

    /** Of those that are no letters each sentence is heard by itself: a false alarm costs a look, a missed one a life. */
    @Test
    void emergency_isHardlyEverHeardInWholeMessages() throws IOException {
        assertThat(share(messages().map(columns -> columns[SUBJECT] + ' ' + columns[SUBJECT + 1]), Explanation::emergency))
                .isLessThan(0.01);
    }

    @Test
    void abuse_isHardlyEverHeard() throws IOException {
        assertThat(
                share(messages().map(columns -> columns[SUBJECT] + ' ' + columns[SUBJECT + 1]), found -> found.rule().startsWith("abuse")))
                .isLessThan(0.002);
    }

    @Test
    void report_isWhatNearlyAllSubjectsAre() throws IOException {
        var reports = List.of("report", "report-heard", "false-alarm", "angry", "place-alone", "address-first", "multi", "proxy-told",
                "wages", "court",
                "scope");
        assertThat(share(messages().map(columns -> columns[SUBJECT]), found -> reports.contains(found.rule()))).isGreaterThan(0.9);
    }

    private interface Sign {
        boolean in(Explanation found);
    }

    private static double share(Stream<String> texts, Sign sign) {
        var all = texts.toList();
        long found = all.stream().filter(text -> sign.in(EXPLAINER.explain(text, Town.directory(), NOW))).count();
        System.out.printf("%d of %d real messages%n", found, all.size());
        return (double) found / all.size();
    }

    private static Stream<String[]> messages() throws IOException {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/messages/train.tsv.gz")).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "no messages beside this checkout");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(found.orElseThrow())), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("\t", -1)).filter(columns -> columns[2].equals("raw")).toList().stream();
        }
    }
}
