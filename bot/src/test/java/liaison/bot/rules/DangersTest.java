package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dangers, and what only sounds like them: lines that the weights did not learn from. */
final class DangersTest {
    private static final Path FILE = Path.of("src/test/resources/utterances/danger.tsv");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));

    @ParameterizedTest
    @ValueSource(strings = {"emergency", "none"})
    void explain_hearsEveryDangerAndNothingElse(String meant) throws IOException {
        var lines = lines(meant);
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines).filteredOn(line -> isEmergency(line) != meant.equals("emergency")).isEmpty();
    }

    @Test
    void ownUtterances_holdNoneOfTheLines() throws IOException {
        var own = OwnUtterances.all().stream().map(OwnUtterances::text).toList();
        assertThat(lines("emergency")).doesNotContainAnyElementsOf(own);
        assertThat(lines("none")).doesNotContainAnyElementsOf(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯不亮，还有三楼着火了", "1、井盖松了 2、有人掉河里了", "第一门禁坏了第二我爸晕倒了", "想问医保，对了我妈突然不会说话了",
            "请问一下我孩子刚才吞了一颗电池怎么办", "上次说的停车位先不谈 我厂房着了"})
    void explain_hearsDangerAmongOtherMatters(String text) {
        assertThat(isEmergency(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯不亮，还有去年着火的楼还没修", "1、井盖松了 2、怕孩子掉河里", "第一门禁坏了第二楼上打麻将"})
    void explain_hearsNoDangerInSeveralHarmlessMatters(String text) {
        assertThat(isEmergency(text)).isFalse();
    }

    /** What is told around a danger hides one in twenty at most. */
    @ParameterizedTest
    @ValueSource(strings = {"上个月报过楼道灯。%s", "您好，我是老住户，电梯的事去年就说过，一直没人管，大家都很生气。%s",
            "%s。我住三单元，院门朝东，去年这里还修过一次路，后来就没人来了，希望你们重视。", "前几天反映过路灯，现在更急：%s"})
    void explain_hearsDangerInWhateverIsToldAroundIt(String around) throws IOException {
        var lines = lines("emergency");
        assertThat(lines.stream().filter(line -> isEmergency(around.formatted(line))).count()).isGreaterThan(lines.size() * 95L / 100);
    }

    /** Nor does a clause before it, which may be past, a drill, a wish or an errand: what follows the turn is heard by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"上个月报过楼道灯，%s", "物业也不管，%s", "去年演习的时候没事，可今天%s", "反映过三次没人理，结果刚才%s", "如果你们早点来就好了，现在%s"})
    void explain_hearsDangerBehindAClauseThatIsNotNow(String before) throws IOException {
        var lines = lines("emergency");
        assertThat(lines.stream().filter(line -> isEmergency(before.formatted(line))).count()).isGreaterThan(lines.size() * 95L / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"上个月报过楼道灯，%s", "物业也不管，%s"})
    void explain_hearsNoDangerBehindAnErrandWhereNoneIs(String before) throws IOException {
        assertThat(lines("none")).filteredOn(line -> isEmergency(before.formatted(line))).isEmpty();
    }

    /** A mere time behind a wish or a fear makes no danger of what is none: of a hundred lines, two at most. */
    @ParameterizedTest
    @ValueSource(strings = {"如果你们早点来就好了，现在%s", "再不修要是出了事谁负责，现在%s", "万一出人命怎么办，%s", "反映过三次没人理，结果刚才%s"})
    void explain_hearsNoDangerBehindAConditionWhereNoneIs(String before) throws IOException {
        var lines = lines("none");
        assertThat(lines.stream().filter(line -> isEmergency(before.formatted(line))).count()).isLessThanOrEqualTo(lines.size() * 2L / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不是排练，真的着火了", "那天摔了一跤没去看，刚才人突然昏过去了", "要不是我亲眼看见，桥下真的漂着个人还在扑腾",
            "你们再不派人如果来晚了就没了他已经没有呼吸了", "戏散场出来看见有人躺在地上抽搐"})
    void explain_hearsDangerWhereSomethingTurns(String text) {
        assertThat(isEmergency(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"去年掉进井里的那个娃现在怎么样了", "听说那头起火了是真的吗", "要是没人管，孩子掉进去就晚了", "上周三楼着过火，现在墙还没刷",
            "去年冬天，我妈在这摔了一跤骨折了"})
    void explain_hearsNoDangerWhereNothingTurns(String text) {
        assertThat(isEmergency(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"着火了", "着火了着火了", "煤气漏了", "我妈晕倒了", "起火了快来人", "快来人"})
    void explain_hearsWordsSaidOverAndOver(String words) {
        assertThat(isEmergency(words.repeat(25))).isTrue();
        assertThat(isEmergency("楼道灯坏了" + words.repeat(25))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我家着火了，快来人！%s", "%s现在楼上着火了快来人。", "%s我妈刚刚晕倒了，快叫救护车！"})
    void explain_hearsDangerWhereALongLetterBeginsOrEnds(String around) {
        String letter = "我们小区的路灯从去年起就不亮，物业说没有钱，社区说不归他们管，大家的意见都很大，希望领导能派人来看一看。";
        assertThat(isEmergency(around.formatted(letter.repeat(6)))).isTrue();
        assertThat(isEmergency(letter.repeat(6) + "救救我们这些老百姓吧！")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"楼道灯又灭了。", "楼道灯又灭了，", "楼道灯又灭了", "巷口的水管一直滴水，报了好多回，每回都说在排队，老人出门要扶着墙走，请派人来看。"})
    void explain_hearsDangerAtTheEndOfWhatRepeatsItself(String words) {
        String text = words.repeat(6_000 / words.length());
        assertThat(isEmergency(text + "我家厨房起火了")).isTrue();
        assertThat(isEmergency(text + "刚刚我外公倒在地上没气了")).isTrue();
        assertThat(isEmergency(text)).isFalse();
        assertThat(isEmergency(text + "去年着火的楼还空着")).isFalse();
    }

    @Test
    void explain_hearsDangerAtTheEndOfALongLetter() {
        String letter = IntStream.range(0, 300).mapToObj(i -> "第" + i + "天水管还在滴，我问了" + i + "遍，墙根长了" + i + "棵草。")
                .collect(Collectors.joining());
        assertThat(isEmergency(letter + "我家厨房起火了快来人")).isTrue();
        assertThat(isEmergency(letter)).isFalse();
    }

    @Test
    void explain_hearsDangerInWhatIsDictatedWithoutStops() {
        assertThat(isEmergency("我跟你们讲这个物业收费高服务又差每次去都推来推去业主群里天天吵也没有人管我们这些老的说话他们从来都不听的"
                + "现在楼道里着火了快来人啊到处都是烟我们下不去了")).isTrue();
    }

    private static boolean isEmergency(String text) {
        return EXPLAINER.explain(text, Town.directory(), NOW).emergency();
    }

    private static List<String> lines(String meant) throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t", 2))
                .filter(line -> line[0].equals(meant)).map(line -> line[1]).toList();
    }
}
