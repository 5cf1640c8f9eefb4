package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import liaison.bot.dialog.Explainer;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Entry;
import liaison.bot.people.Place;
import org.junit.jupiter.api.Test;

/** What a road or an estate is called after has nothing to do with what is wrong there. */
class NamesTellNoTopicTest {
    private static final List<String> NAMES = List.of("医院路", "学府花园", "教师新村", "公交公司宿舍", "粮站巷", "法院街", "环保局家属院", "劳动路",
            "税务花园", "车站西路");
    private static final List<String> MATTERS = List.of("的路灯坏了", "的垃圾好几天没人收", "的下水道堵了往外冒脏水", "路面坑坑洼洼", "的公交车一个小时才来一趟",
            "工地拖欠工钱不给", "幼儿园乱收费", "烧烤摊油烟呛人");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void aMatterHasTheTopicThatItHasElsewhere() {
        var explainer = Explainer.ofRulesAlone(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
        var entries = new ArrayList<Entry>();
        entries.add(new Place("A", "", "street", "北街街道", List.of()));
        for (String name : NAMES) {
            entries.add(
                    new Place("A" + name.hashCode(), "A", name.endsWith("路") || name.endsWith("街") ? "road" : "estate", name, List.of()));
        }
        var directory = new MemoryDirectory(entries);
        var led = new ArrayList<String>();
        for (String matter : MATTERS) {
            String alone = explainer.explain(matter, directory, NOW).topic();
            for (String name : NAMES) {
                String there = explainer.explain(name + matter, directory, NOW).topic();
                if (!there.equals(alone)) {
                    led.add(name + matter + ": " + there + ", not " + alone);
                }
            }
        }
        assertThat(led).isEmpty();
    }
}
