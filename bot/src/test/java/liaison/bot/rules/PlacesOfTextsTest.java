package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import liaison.bot.dialog.Explainer;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Entry;
import liaison.bot.people.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which place of a directory a text names, and that one is left to be asked for where it is not clear. */
final class PlacesOfTextsTest {
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
    private static final MemoryDirectory DIRECTORY = new MemoryDirectory(List.<Entry>of(
            place("A", "", "county", "云梧区"), place("A1", "A", "street", "柳浦街道办事处"), place("A2", "A", "street", "松岭镇"),
            place("A11", "A1", "community", "柳浦社区居委会"), place("A12", "A1", "community", "墨池社区居委会"),
            place("A21", "A2", "village", "新农村委会"), place("A22", "A2", "village", "鹿山村委会"), place("A23", "A2", "village", "杏花坞村委会"),
            place("A22R", "A22", "road", "鹿山路"), place("A11R", "A11", "road", "桥东路"), place("A11S", "A11", "road", "柳浦大道"),
            place("A11E", "A11", "estate", "和悦家园", "和悦小区"), place("A11F", "A11", "estate", "幸福里", "幸福里小区"),
            place("A11G", "A11", "estate", "和谐家园"), place("A12E", "A12", "estate", "荷香苑"),
            place("A11B", "A11", "building", "和悦家园6号楼", "和悦6号楼"), place("A11C", "A11", "building", "和悦家园7号楼")));

    private static Place place(String code, String parent, String kind, String name, String... aliases) {
        return new Place(code, parent, kind, name, List.of(aliases));
    }

    private static String placeOf(String text) {
        return EXPLAINER.explain(text, DIRECTORY, Instant.parse("2026-11-23T02:00:00Z")).place();
    }

    @ParameterizedTest
    @CsvSource({"柳 浦 社 区停水三天, A11", "柳浦 大道 18 号门口积水, A11S", "和\u200b悦\u200b家\u200b园停电, A11E", "鹿　山　村的路断了, A22"})
    void explain_namesWithBlanksAndUnseenMarksAreClosedUp(String text, String place) {
        assertThat(placeOf(text)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"和悦家园6号楼漏水", "和悦家园6栋漏水", "和悦家园6幢漏水", "和悦家园六号楼漏水", "和悦小区6号楼漏水", "和悦小区六栋漏水", "和悦6幢漏水", "和悦家园 6 号楼漏水"})
    void explain_aBuildingIsFoundInEverySpelling(String text) {
        assertThat(placeOf(text)).isEqualTo("A11B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"和悦家园8号楼漏水", "和悦小区16号楼漏水", "和悦家园二十六幢漏水"})
    void explain_anotherBuildingIsTheEstate(String text) {
        assertThat(placeOf(text)).isEqualTo("A11E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"新农村建设补贴什么时候发", "建设和谐家园人人有责", "老百姓的幸福里最要紧的是看病", "共建幸福里的口号喊得响", "享受新农村政策"})
    void explain_ordinaryWordsAreNoPlaces(String text) {
        assertThat(placeOf(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"幸福里的电梯坏了, A11F", "新农村的路灯坏了, A21", "和谐家园3号楼停水, A11G", "我住在幸福里最东边那栋楼, A11F"})
    void explain_theSameWordsAreNamesElsewhere(String text, String place) {
        assertThat(placeOf(text)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"墨池社区和悦家园停水", "和悦家园和荷香苑都没有路灯", "从桥东路到柳浦大道这段路没有灯", "鹿山路灯坏了"})
    void explain_whereSeveralAreNamedNoneIsTaken(String text) {
        assertThat(placeOf(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"杏花坞的路灯坏了, A23", "柳浦社区和悦家园停水, A11E", "柳浦社区桥东路积水, A11R", "桥东路灯坏了, A11R"})
    void explain_oneIsTakenWhereItIsClear(String text, String place) {
        assertThat(placeOf(text)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"桥东路与柳浦大道交叉口的红绿灯不亮, A11R", "柳浦大道和桥东路路口天天堵, A11S", "桥东路跟柳浦大道的交汇处积水, A11R",
            "和悦家园和荷香苑之间的小路没有灯, A11E", "和悦家园跟幸福里中间的空地堆满垃圾, A11E", "桥东路与无名街交叉口井盖没了, A11R"})
    void explain_aCrossingAndWhatLiesBetweenIsOnePlace(String text, String place) {
        assertThat(placeOf(text)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"和悦家园对面的荷香苑停水, A12E", "幸福里旁边荷香苑的电梯坏了, A12E", "荷香苑2号楼斜对面的和谐家园漏水, A11G",
            "桥东路从和悦家园到幸福里一段没有路灯, A11R", "从和悦家园到荷香苑的柳浦大道全是坑, A11S"})
    void explain_whatOnlyTellsHowToFindItIsNotThePlace(String text, String place) {
        assertThat(placeOf(text)).isEqualTo(place);
    }

    @Test
    void explain_namesInHostileTextsAreReadInLinearTime() {
        assertThat(placeOf("幸\u200b".repeat(6_000))).isEmpty();
        assertThat(placeOf("和悦家园6 ".repeat(2_000))).isNotNull();
    }
}
