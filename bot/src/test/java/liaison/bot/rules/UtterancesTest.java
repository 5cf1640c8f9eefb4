package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;

/** What residents are known to write is understood; the lines lie beside the checkout and are copied nowhere. */
final class UtterancesTest {
    /** What needs the talk around it, or is a matter of the same thing said twice. */
    private static final Set<String> NOT_ALONE = Set.of("duplicate");
    private static final Set<String> REPORTS = Set.of("report_issue", "report_issue_dialect", "angry_complaint", "report_issue_voice");

    @Test
    void explain_understandsTheResidentsLines() throws IOException {
        var explainer = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
        var missed = new ArrayList<String>();
        for (String[] line : lines()) {
            String got = explainer.explain(line[1], Town.directory(), Instant.parse("2026-11-23T02:00:00Z")).intent();
            boolean same = got.equals(line[0]) || (REPORTS.contains(line[0]) && REPORTS.contains(got))
                    || (line[0].equals("switch_topic") && got.equals("emergency"));
            if (!same && !NOT_ALONE.contains(line[0])) {
                missed.add(line[0] + " ≠ " + got + ": " + line[1]);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void rules_copyNoneOfTheLines() throws IOException {
        String rules = RuleFiles.shipped().files().values().stream().collect(Collectors.joining("\n"));
        assertThat(lines()).map(line -> line[1]).filteredOn(text -> text.length() > 12).noneMatch(rules::contains);
    }

    private static List<String[]> lines() throws IOException {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/utterances/dev.tsv")).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "no utterances beside this checkout");
        return Files.readAllLines(found.orElseThrow(), StandardCharsets.UTF_8).stream().map(line -> line.split("\t", -1))
                .filter(line -> line.length > 2 && line[2].contains("role=resident")).toList();
    }
}
