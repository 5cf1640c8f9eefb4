package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import liaison.bot.dialog.RuleBook;
import liaison.bot.issue.Grouping;
import liaison.bot.issue.Sketcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one neighbour filed and another reports: the bot offers to join what grouping puts together, and only that. */
class NeighboursTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final Sketcher SKETCHER = Sketcher.shipped();
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final int QUESTIONS = 4;

    static Stream<String> pairs() throws IOException {
        try (var file = Objects.requireNonNull(NeighboursTest.class.getResourceAsStream("/issue/neighbours.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoReports_areJudgedAlikeInTheDialogAndByGrouping(String line) {
        String[] pair = line.split("\t", -1);
        boolean same = pair[0].equals("joined");
        assertThat(isOffered(pair[1], pair[2])).as("offered: " + line).isEqualTo(same);
        assertThat(isOffered(pair[2], pair[1])).as("offered the other way round: " + line).isEqualTo(same);
        assertThat(isGrouped(pair[1], pair[2])).as("grouped: " + line).isEqualTo(same);
    }

    private static boolean isOffered(String filed, String reported) {
        var stage = new Stage(BOOK);
        report(stage, "neighbour", filed);
        stage.says("neighbour", "确认");
        return report(stage, "resident", reported).contains("已有邻居反映过");
    }

    /** Says it, and answers what is asked until it is read back. */
    private static String report(Stage stage, String who, String text) {
        String answer = stage.says(who, text).text();
        for (int i = 0; i < QUESTIONS && !answer.contains("请核对"); i++) {
            answer = stage.says(who, answer.contains("什么地方") ? place(text) : answer.contains("请选一个站") ? "临川联络站" : "三天前").text();
        }
        assertThat(answer).as(text).contains("请核对");
        return answer;
    }

    /** Names that are in no directory have four letters here. */
    private static String place(String text) {
        return text.substring(0, "霁云新苑".length());
    }

    private static boolean isGrouped(String filed, String reported) {
        var grouping = new Grouping(SKETCHER);
        return grouping.add("a", NOW, filed).equals(grouping.add("b", NOW.plus(Duration.ofHours(1)), reported));
    }
}
