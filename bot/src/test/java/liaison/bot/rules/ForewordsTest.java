package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dangers behind other things that are past, heard of, asked or wished, with a comma between or nothing at all. */
final class ForewordsTest {
    private static final Path FILE = Path.of("src/test/resources/utterances/before.tsv");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));

    @ParameterizedTest
    @CsvSource({"'，', 98", "'', 95"})
    void explain_hearsDangerBehindOrdinaryWords(String stop, int percent) throws IOException {
        var dangers = lines("danger");
        var missed = lines("before").stream().flatMap(before -> dangers.stream().map(danger -> before + stop + danger))
                .filter(text -> !isEmergency(text)).toList();
        assertThat(missed).hasSizeLessThan(lines("before").size() * dangers.size() * (100 - percent) / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"，", ""})
    void explain_hearsNoDangerThereWhereNoneIs(String stop) throws IOException {
        var harmless = lines("none").stream().filter(line -> !isEmergency(line)).toList();
        assertThat(harmless).hasSizeGreaterThanOrEqualTo(33);
        var found = lines("before").stream().flatMap(before -> harmless.stream().map(line -> before + stop + line))
                .filter(ForewordsTest::isEmergency).toList();
        assertThat(found).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"上礼拜三楼有个大爷摔倒了，后来家里人带他看过，现在没事", "前晚楼下着火了，已经灭了", "听说桥头着火了，是真的吗",
            "前年夏天，我爸在这绊了一跤骨折了", "上周在菜市场，有个老人摔倒了", "上周在菜市场有个老人摔倒了", "新闻里讲，有人跳楼了", "看了个小说，有人要跳河",
            "要是还不补，小孩掉进去就晚了", "如果夜里停电，老人摔倒了怎么办", "昨天跳广场舞，有个大妈晕倒了，大伙把她扶起来了", "我梦见，家里着火了",
            "前天电梯坏了，我妈被困了半个钟头，物业才来", "昨天几个小年轻打架，我儿子被打了，派出所已经处理了", "建议装个栏杆，有小孩掉下去过"})
    void explain_hearsNoDangerInWhatIsToldToItsEnd(String text) {
        assertThat(isEmergency(text)).isFalse();
    }

    @Test
    void explain_hearsDangerAlsoWhereSomethingFollows() {
        assertThat(isEmergency("昨天你们来过，我家厨房烧起来了，快派人")).isTrue();
        assertThat(isEmergency("昨天你们来过，我家厨房烧起来了，请问该打什么电话")).isTrue();
    }

    private static boolean isEmergency(String text) {
        return EXPLAINER.explain(text, Town.directory(), NOW).emergency();
    }

    private static List<String> lines(String kind) throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t", 2))
                .filter(line -> line[0].equals(kind)).map(line -> line[1]).toList();
    }
}
