package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.dialog.Scopes;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Directory;
import liaison.bot.people.Entry;
import liaison.bot.people.Place;
import liaison.bot.people.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is nothing but a place says where, whatever words its name holds; what is told behind it is the matter. */
final class PlaceFirstTest {
    private static final List<String> LANDMARKS = List.of("下湾排涝站", "云岭地铁站", "青石变电站", "柳堤步道", "灯市夜市", "西渡污水处理厂", "桃源公园", "望溪文化广场",
            "学林中学", "柳洲幼儿园", "百合医院", "南门公交站", "老街菜市场", "东坝消防站", "新桥", "清水河");
    private static final List<String> ESTATES = List.of("供销社家属院", "莲花洲", "银穗大厦", "车站新村", "电力小区", "锦绣华庭");
    private static final List<String> ROADS = List.of("桃溪公路", "灯塔路", "医院路", "望溪大道", "十里亭路");

    private static Directory directory() {
        var entries = new ArrayList<Entry>(List.of(new Place("A", "", "street", "北街街道", List.of()),
                new Station("S", "", "北街联络站", "北街1号", "0000-1111111", List.of("A"))));
        LANDMARKS.forEach(name -> entries.add(new Place("L" + name, "A", "landmark", name, List.of())));
        ESTATES.forEach(name -> entries.add(new Place("E" + name, "A", "estate", name, List.of())));
        ROADS.forEach(name -> entries.add(new Place("R" + name, "A", "road", name, List.of())));
        return new MemoryDirectory(entries);
    }

    private static Stream<String> names() {
        return Stream.of(LANDMARKS, ESTATES, ROADS).flatMap(List::stream);
    }

    private static Stage stage() {
        return new Stage(BookReader.read(RuleFiles.shipped(), Stage.TIMES), Scopes.NONE, directory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "我想反映%s", "就是%s", "我要反映%s那边的问题", "在%s"})
    void aPlaceAlone_isWhereAndNotWhat(String form) {
        var wrong = new ArrayList<String>();
        var stage = stage();
        names().forEach(name -> {
            stage.says(name, form.formatted(name));
            String asked = stage.state;
            stage.says(name, "扶手松得一碰就晃");
            if (!asked.equals("report what") || !stage.state.equals("report since")) {
                wrong.add(form.formatted(name) + ": " + asked + ", " + stage.state);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlaceAtWhere_isWhere(String name) {
        var stage = stage();
        stage.says("asked", "扶手松得一碰就晃");
        stage.says("asked", name);
        assertThat(stage.state).isEqualTo("report since");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlacePutRight_leavesTheMatter(String name) {
        var stage = stage();
        stage.says("right", "锦绣华庭的井盖翻了");
        stage.says("right", "两天");
        String text = stage.says("right", "不对，是" + name).text();
        assertThat(text).contains("事情：锦绣华庭的井盖翻了", "地点：" + name);
    }
}
