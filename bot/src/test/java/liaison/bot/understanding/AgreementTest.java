package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreementTest {
    private static final List<String> YES = List.of("好", "好的。", "行吧", "对对对", "没问题，提交", "好的，那就这么办吧", "写得没错，报上去吧", "都对，交给站里", "麻烦您了，登记吧",
            "嗯嗯，好，谢谢老师",
            "OK的", "ok，交", "蛮好", "挺好的，提交吧", "核对过了，没有问题", "看过了，没错", "就这么定了", "没啥意见，就报这个吧", "可以，请尽快处理", "确认无误，辛苦了", "无误", "行嘛，就按这个报",
            "没有要改的，提交",
            "请提交一下", "我看行", "要得，交上去", "同意同意", "冇问题，交", "属实", "好好好，谢谢啊！", "没有错了", "就这么多，交上去吧", "可以登记拉", "👌", "👍👍", "[强]", "/:ok", "好👍",
            "发送", "点确认", "1、同意并提交", "那就这样吧", "行，就按您写的来", "行，按您写的办", "照你说的弄吧", "他愿意，登记吧");
    private static final List<String> NO = List.of("", "。", "不急着提交", "别提交", "先不报", "提交以前我想先打听要不要交钱", "交了多久能修好", "提交给谁", "能提交么", "提交？", "好吗",
            "对吧", "是吗", "是吧",
            "可以不提交吗", "不收费就提交", "要是不用我出面就交", "好像不对", "好，地点再改改", "没问题才怪", "你好", "您好", "谢谢", "麻烦您了", "不用改", "明天交", "等我回家提交", "提交了", "已经提交了",
            "对了", "是我", "可以改吗",
            "行不行", "好不好", "没错但是时间不对", "对面", "好多天了", "确认一下电话要不要留", "报警", "交通", "登记的是谁", "不是", "行人过不去", "中间", "得了吧", "成天吵", "好，算了吧", "👎",
            "[流泪]", "他同意的", "她也同意了", "我妈同意", "问过她了", "就这些", "点了提交没", "办不办", "按您写的");
    private static final List<String> WITHDRAWN = List.of("撤吧", "好的，撤回", "那就撤了吧，麻烦你们了", "把这件撤掉", "物业已经修好了，撤了吧", "不用修了，我们自己弄好了", "是的",
            "对，不办了", "嗯，撤回，太麻烦了");
    private static final List<String> NOT_WITHDRAWN = List.of("我没说撤", "谁要撤了", "不是撤回", "撤错了", "等修好再撤", "问问女儿再撤", "撤了会怎样", "撤回多久生效", "物业让我撤",
            "他们撤了", "修好了", "已经", "物业撤了吧", "不撤", "撤不撤", "撤回？", "要是没人来就撤");

    @Test
    void isSaid_whereYesAndMannersAreAllThatIsSaid() {
        assertThat(YES).allMatch(AgreementTest::isYes);
    }

    @Test
    void isSaid_notBesideAnythingElse() {
        assertThat(NO).noneMatch(AgreementTest::isYes);
    }

    @Test
    void isAgreed_whereItIsAllOrderedOrAgreedTo() {
        assertThat(WITHDRAWN).allMatch(text -> Agreement.isAgreed("withdraw", text, Plain.of(text)));
    }

    @Test
    void isAgreed_notWhereTheWordIsAskedOrDeniedOrPutOffOrAnothers() {
        assertThat(NOT_WITHDRAWN).noneMatch(text -> Agreement.isAgreed("withdraw", text, Plain.of(text)));
    }

    @Test
    void isOrdered_notByAMereYes() {
        assertThat(List.of("不登记了", "好的，不报了", "算了，自己修", "取消吧，太麻烦")).allMatch(text -> Agreement.isOrdered("drop", text, Plain.of(text)));
        assertThat(List.of("好的", "提交", "要不提交了吧", "不报不行", "从撤掉岗亭开始", "他说别报了")).noneMatch(
                text -> Agreement.isOrdered("drop", text, Plain.of(text)));
    }

    @Test
    void isSaid_endsAlsoWhereManyReadingsFail() {
        assertThat(isYes("好好好好好好好好好好好好好好好好好好好好好好好不")).isFalse();
    }

    private static boolean isYes(String text) {
        return Agreement.isSaid(text, Plain.of(text));
    }
}
