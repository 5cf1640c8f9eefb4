package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At the read-back a place or a time that is only spoken of changes nothing of either; one that is said as such does. */
final class RemarksTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final String WHO = "resident";

    @ParameterizedTest
    @ValueSource(strings = {"我从听雨轩搬来的", "离听雨轩也就几分钟", "开发商在听雨轩上班", "听雨轩的邻居都这样讲", "我儿子在听雨轩打工",
            "跟听雨轩差别大了", "昨天我又去瞧了一眼", "前天是谁回的话", "上个礼拜师傅来量过尺寸", "一个月能弄完吗", "我排了两个小时队", "就打昨天那个电话", "五天时间太长", "要不要等很久呀"})
    void says_leavesPlaceAndTimeAlone(String remark) {
        assertThat(behind(remark)).contains("地点：锦绣苑\n").contains("时间：三天\n");
    }

    @ParameterizedTest
    @CsvSource({"是听雨轩, 地点：听雨轩", "嗯就在听雨轩吧, 地点：听雨轩", "哦应该是听雨轩, 地点：听雨轩", "听雨轩3号楼, 地点：听雨轩3号楼", "在听雨轩门口那儿, 地点：听雨轩门口",
            "听雨轩，我家孩子天天路过, 地点：听雨轩", "说错了是听雨轩, 地点：听雨轩", "大概半年了吧, 半年", "从上个月开始的, 上个月", "应该是上周, 时间：上周", "打去年搬来起就这样, 去年",
            "昨天才有的, 昨天", "说错了，是上个月, 时间：上个月", "周三不对，上周五就坏了, 时间：上周五"})
    void says_takesWhatIsSaidAsSuch(String words, String now) {
        assertThat(behind(words)).contains(now);
    }

    private static String behind(String words) {
        var stage = new Stage(BOOK);
        stage.says(WHO, "锦绣苑路灯坏了三天");
        return stage.says(WHO, words).text();
    }
}
