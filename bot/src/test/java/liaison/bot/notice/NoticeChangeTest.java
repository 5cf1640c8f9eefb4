package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

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
            "改, '', ''",
            "'', '', ''"})
    void read_partAndWords(String said, String part, String words) {
        assertThat(NoticeChange.read(said)).isEqualTo(new NoticeChange(part, words));
    }
}
