package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;

/** What is known to be written is understood by its exact name; the lines lie beside the checkout and are copied nowhere. */
final class UtterancesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
    private static final double LEAST_RIGHT = 0.97;

    @Test
    void explain_namesTheIntentOfEveryRolesLines() throws IOException {
        var lines = lines();
        var missed = lines.stream().filter(line -> !EXPLAINER.explain(line[1], Town.directory(), NOW).intent().equals(line[0]))
                .map(line -> line[0] + ": " + line[1]).toList();
        assertThat((double) (lines.size() - missed.size()) / lines.size()).as("%s", missed).isGreaterThanOrEqualTo(LEAST_RIGHT);
    }

    @Test
    void explain_whatIsSaidAboutNothingHasNoTopic() {
        for (String said : List.of("你好", "早上好", "在吗", "再见", "好的", "确认", "abc", "!!!", "呵呵")) {
            var explained = EXPLAINER.explain(said, Town.directory(), NOW);
            assertThat(explained.topic()).as(said).isEqualTo("其他");
            assertThat(explained.margin()).as(said).isZero();
            assertThat(explained.topicWords()).as(said).isEmpty();
        }
        assertThat(EXPLAINER.explain("你好，我想反映路灯坏了", Town.directory(), NOW).topic()).isEqualTo("城乡建设");
    }

    @Test
    void explain_aMatterThatNoTableWasTaughtIsAnythingElse() {
        for (String said : List.of("我们村换届有人拉票", "想问下参军在哪报名", "隔壁棋牌室天天赌钱", "党费交给谁", "村账目不公开，怀疑有人贪污")) {
            var explained = EXPLAINER.explain(said, Town.directory(), NOW);
            assertThat(explained.topic()).as(said).isEqualTo("其他");
            assertThat(explained.topicWords()).as(said).isNotEmpty();
        }
        assertThat(EXPLAINER.explain("派出所门口的路灯坏了，晚上看不清路", Town.directory(), NOW).topic()).isEqualTo("城乡建设");
    }

    @Test
    void explain_missesNoEmergencyAndRaisesNone() throws IOException {
        for (String[] line : lines()) {
            boolean meant = line[0].equals("emergency") || line[2].contains("emergency beats form");
            assertThat(EXPLAINER.explain(line[1], Town.directory(), NOW).emergency()).as(line[1]).isEqualTo(meant);
        }
    }

    @Test
    void explain_ownEmergenciesAreAllHeard() {
        var missed = OwnUtterances.all().stream().filter(line -> line.intent().equals("emergency"))
                .filter(line -> !EXPLAINER.explain(line.text(), Town.directory(), NOW).emergency()).toList();
        assertThat(missed).isEmpty();
    }

    @Test
    void explain_whatIsOnlyLikeAnEmergencyRaisesNone() {
        var raised = OwnUtterances.all().stream()
                .filter(line -> !line.intent().equals("emergency") && !line.intent().equals("switch_topic"))
                .filter(line -> EXPLAINER.explain(line.text(), Town.directory(), NOW).emergency()).toList();
        assertThat(raised).isEmpty();
    }

    @Test
    void ownUtterances_copyNoneOfTheLines() throws IOException {
        var own = OwnUtterances.all().stream().map(OwnUtterances::text).collect(Collectors.toSet());
        assertThat(lines()).noneMatch(line -> line[1].length() > 3 && own.contains(line[1]));
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
                .filter(line -> line.length > 2 && line[2].contains("role=")).toList();
    }
}
