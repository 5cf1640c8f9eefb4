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

    @ParameterizedTest
    @ValueSource(strings = {"昨天打电话问过一回", "听雨轩上个月就换了新灯", "去年听雨轩也出过这种事", "我妈住听雨轩", "听雨轩的人都绕着走", "就在听雨轩隔壁", "对面是听雨轩", "走到听雨轩要十分钟", "跟听雨轩一个物业",
            "前天有人来拍过照", "我前天才搬来", "我住这儿十年了", "昨晚我差点摔了", "上个月我妈还摔了一跤", "去年修过一次", "昨天晚上黑得吓人", "我们反映过半年了", "听雨轩反映过也没用",
            "物业在听雨轩办公", "孩子去听雨轩上学要走这条路", "听雨轩来的人都这么说", "今天又问了物业", "刚才物业回电话了", "听雨轩好多了", "不像听雨轩那么亮", "比听雨轩还黑", "排队排了好久才轮到我",
            "听雨轩那一片全换过灯了", "听雨轩的情况一模一样", "夜里从听雨轩骑车来差点栽进沟", "前天给热线留过言", "盼了很久才等来一回人"})
    void says_writesBehindTheMatterWhatOnlySpeaksOfAnother(String remark) {
        assertThat(behind(remark)).contains("；" + remark, "地点：锦绣苑\n", "时间：三天\n");
    }

    @ParameterizedTest
    @CsvSource({"我昨天碰到邻居，有大半年了, 时间：有大半年", "哪来的三天，上个月就瞎了, 时间：上个月", "何止三天，都俩月了, 时间：都俩月了", "没三天，前儿个的事, 时间：前儿个", "没有三天，就两天, 时间：两天",
            "三天不对，有仨礼拜了, 时间：有仨礼拜了", "三天写错了，应该是俩礼拜, 时间：俩礼拜", "三天说少了，半个月, 时间：半个月", "噢我想起来了，是上周五, 时间：上周五",
            "其实是从国庆开始的, 时间：从国庆开始", "准确说是上个月底, 时间：上个月底", "坏了差不多一个月了, 时间：差不多一个月了", "听说上上周就坏了, 时间：上上周", "改成俩礼拜, 时间：俩礼拜",
            "快一个月了都, 时间：快一个月了", "老半天了, 时间：老半天了", "不止三天，半个月了, 时间：半个月了", "问了邻居，说是上个月坏的, 时间：上个月", "不在锦绣苑，在听雨轩, 地点：听雨轩",
            "哪是锦绣苑，听雨轩好吧, 地点：听雨轩", "我写成锦绣苑了，应该是听雨轩, 地点：听雨轩", "唉记错了，听雨轩那边的, 地点：听雨轩", "打错字了，听雨轩, 地点：听雨轩", "听雨轩，不是锦绣苑, 地点：听雨轩",
            "换成听雨轩吧, 地点：听雨轩", "坏的是听雨轩的, 地点：听雨轩", "就是听雨轩那块儿, 地点：听雨轩", "具体在锦绣苑3号楼, 地点：锦绣苑3号楼", "我家住锦绣苑3号楼, 地点：锦绣苑3号楼",
            "说错地方了，在听雨轩, 地点：听雨轩", "听雨轩的路灯, 地点：听雨轩", "是听雨轩的路灯坏了, 地点：听雨轩", "对不起我打错了是听雨轩, 地点：听雨轩", "不好意思啊，应为听雨轩, 地点：听雨轩",
            "听雨轩的吧，不是锦绣苑的, 地点：听雨轩", "听雨轩才对, 地点：听雨轩"})
    void says_takesWhatIsPutRightInWhateverForm(String words, String now) {
        assertThat(behind(words)).contains(now).doesNotContain("地点：锦绣苑\n时间：三天\n");
    }

    @ParameterizedTest
    @CsvSource({"哪有三天, 从什么时候", "没有三天, 从什么时候", "不在锦绣苑, 在什么地方"})
    void says_asksAnewForWhatIsOnlyDenied(String words, String asked) {
        assertThat(behind(words)).contains(asked);
    }

    private static String behind(String words) {
        var stage = new Stage(BOOK);
        stage.says(WHO, "锦绣苑路灯坏了三天");
        return stage.says(WHO, words).text();
    }
}
