package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.Test;

/** What is told in danger fits its kind, also where the words of two kinds are said. */
final class DangerKindsTest {
    private static final Path FILE = Path.of("src/test/resources/utterances/danger-kinds.tsv");
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);

    /** By kind: words that its answer must have, and behind a stroke those that it must not. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(Map.entry("gas", "室外 燃气公司 / 轿厢 12110"),
            Map.entry("fire", "119 走楼梯 / 轿厢"), Map.entry("suicide", "12356 119 / 轿厢 锁好门"), Map.entry("shock", "120 拉闸 / 轿厢"),
            Map.entry("live", "119 95598 离开有水的地方 / 轿厢 竿子"), Map.entry("drowning", "119 不要自己下水 / 轿厢 拉闸"),
            Map.entry("lost", "110 走失 / 轿厢"), Map.entry("crash", "122 119 / 轿厢"), Map.entry("violence", "110 12110 / 轿厢"),
            Map.entry("flood", "119 高处 边窗 / 轿厢 锁好门 竿子"), Map.entry("slope", "119 不要靠近 / 轿厢 锁好门"),
            Map.entry("child", "110 12355 / 轿厢 12338"), Map.entry("home", "110 12338 / 轿厢 12355"),
            Map.entry("stalked", "110 人多 / 轿厢 12338"),
            Map.entry("spill", "119 上风 不要抽烟 / 轿厢 走楼梯"), Map.entry("found", "110 120 门口 / 轿厢 锁好门"),
            Map.entry("lift", "轿厢 不要扒门 119"), Map.entry("trapped", "119 110 不要硬拉 / 轿厢 扒门"),
            Map.entry("collapse", "119 离开危险的地方 / 轿厢 扒门 走失"), Map.entry("ill", "120 / 轿厢 锁好门"));

    @Test
    void answer_fitsTheKindOfDanger() throws IOException {
        var wrong = new ArrayList<String>();
        var kinds = new TreeSet<String>();
        for (var line : lines()) {
            String text = new Stage(BOOK).says("resident", line[1]).text();
            kinds.add(line[0]);
            String[] words = ANSWERS.getOrDefault(line[0], "?").split(" / ", 2);
            boolean fits = Arrays.stream(words[0].split(" ", -1)).allMatch(text::contains)
                    && (words.length == 1 || Arrays.stream(words[1].split(" ", -1)).noneMatch(text::contains));
            if (!fits) {
                wrong.add(line[0] + ": " + line[1] + " → " + text);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kinds).isEqualTo(new TreeSet<>(ANSWERS.keySet()));
    }

    @Test
    void lines_areNoneThatTheWeightsLearntFrom() throws IOException {
        var own = OwnUtterances.all().stream().map(OwnUtterances::text).toList();
        assertThat(lines().stream().map(line -> line[1])).doesNotContainAnyElementsOf(own);
    }

    private static List<String[]> lines() throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t", 2)).toList();
    }
}
