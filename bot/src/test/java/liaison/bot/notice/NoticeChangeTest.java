package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeChangeTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "时间改为后天九点, when, 后天九点",
            "改时间：周五下午三点。, when, 周五下午三点",
            "把地点从二楼换到三楼吧, where, 三楼",
            "地点是站里, where, 站里",
            "内容改成学习改成自学, what, 学习改成自学",
            "对象改为站务人员, who, 站务人员",
            "只发给站务人员, '', 只发给站务人员",
            "改到周六, '', 周六",
            "改地点, where, ''",
            "地点不变，时间改到后天, when, 后天",
            "地点错了，是三楼, where, 三楼",
            "时间不对，应该是下午三点, when, 下午三点"})
    void read_partAndWords(String said, String part, String words) {
        assertThat(NoticeChange.read(said)).containsExactly(new NoticeChange(part, words));
    }

    @ParameterizedTest
    @CsvSource({"内容加一句：请带笔记本。, 请带笔记本", "再补充一句，请自备水杯, 请自备水杯", "内容后面再加上“会后参观”, 会后参观", "加一句, ''"})
    void read_wordsThatAreAdded(String said, String words) {
        assertThat(NoticeChange.read(said)).containsExactly(new NoticeChange("what", words, true));
    }

    @Test
    void read_addedPeopleAreNoText() {
        assertThat(NoticeChange.read("再加上站务人员")).noneMatch(NoticeChange::added);
    }

    @Test
    void read_severalOrNone() {
        assertThat(NoticeChange.read("时间改为后天九点，地点改为二楼")).containsExactly(new NoticeChange("when", "后天九点"),
                new NoticeChange("where", "二楼"));
        assertThat(NoticeChange.read("地点不变")).isEmpty();
        assertThat(NoticeChange.read("改")).isEmpty();
        assertThat(NoticeChange.read("")).isEmpty();
    }
}
