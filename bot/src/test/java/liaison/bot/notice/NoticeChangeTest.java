package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import liaison.bot.notice.NoticeChange.Kind;
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
        assertThat(NoticeChange.read(said)).extracting(NoticeChange::part, NoticeChange::words).containsExactly(tuple(part, words));
    }

    @ParameterizedTest
    @CsvSource({"内容加一句：请带笔记本。, 请带笔记本", "再补充一句，请自备水杯, 请自备水杯", "内容后面再加上“会后参观”, 会后参观", "加一句, ''"})
    void read_wordsThatAreAdded(String said, String words) {
        assertThat(NoticeChange.read(said)).extracting(NoticeChange::part, NoticeChange::words, NoticeChange::kind)
                .containsExactly(tuple("what", words, Kind.ADDED));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "三楼改二楼, '', 三楼, 二楼",
            "把座谈会改成学习会, '', 座谈会, 学习会",
            "不是三点是四点, '', 三点, 四点",
            "不是三楼，是四楼, '', 三楼, 四楼",
            "三楼写错了，应该是四楼, '', '', 四楼",
            "地点从二楼换到三楼, where, 二楼, 三楼",
            "改到周六, '', '', 周六",
            "改时间, when, '', ''",
            "时间改三点, when, '', 三点"})
    void read_whatItWas(String said, String part, String was, String words) {
        assertThat(NoticeChange.read(said)).last().extracting(NoticeChange::part, NoticeChange::was, NoticeChange::words)
                .containsExactly(part, was, words);
    }

    @Test
    void read_addedPeopleAreNoText() {
        assertThat(NoticeChange.read("再加上站务人员")).noneMatch(change -> change.kind() == Kind.ADDED);
    }

    @Test
    void read_severalOrNone() {
        assertThat(NoticeChange.read("时间改为后天九点，地点改为二楼")).extracting(NoticeChange::part, NoticeChange::words)
                .containsExactly(tuple("when", "后天九点"), tuple("where", "二楼"));
        assertThat(NoticeChange.read("地点不变")).isEmpty();
        assertThat(NoticeChange.read("改")).isEmpty();
        assertThat(NoticeChange.read("")).isEmpty();
    }
}
