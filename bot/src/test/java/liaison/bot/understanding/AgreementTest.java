package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreementTest {
    private static final List<String> YES = List.of("好", "好的。", "行吧", "对对对", "没问题，提交", "好的，那就这么办吧", "写得没错，报上去吧", "都对，交给站里", "麻烦您了，登记吧",
            "嗯嗯，好，谢谢老师",
            "OK的", "ok，交", "蛮好", "挺好的，提交吧", "核对过了，没有问题", "看过了，没错", "就这么定了", "没啥意见，就报这个吧", "可以，请尽快处理", "确认无误，辛苦了", "无误", "行嘛，就按这个报",
            "没有要改的，提交",
            "请提交一下", "我看行", "要得，交上去", "同意同意", "冇问题，交", "属实", "好好好，谢谢啊！");
    private static final List<String> NO = List.of("", "。", "不急着提交", "别提交", "先不报", "提交以前我想先打听要不要交钱", "交了多久能修好", "提交给谁", "能提交么", "提交？", "好吗",
            "对吧", "是吗", "是吧",
            "可以不提交吗", "不收费就提交", "要是不用我出面就交", "好像不对", "好，地点再改改", "没问题才怪", "你好", "您好", "谢谢", "麻烦您了", "不用改", "明天交", "等我回家提交", "提交了", "已经提交了",
            "对了", "是我", "可以改吗",
            "行不行", "好不好", "没错但是时间不对", "对面", "好多天了", "确认一下电话要不要留", "报警", "交通", "登记的是谁", "不是", "行人过不去", "中间", "得了吧", "成天吵");

    @Test
    void isSaid_whereYesAndMannersAreAllThatIsSaid() {
        assertThat(YES).allMatch(AgreementTest::isYes);
    }

    @Test
    void isSaid_notBesideAnythingElse() {
        assertThat(NO).noneMatch(AgreementTest::isYes);
    }

    @Test
    void isSaid_endsAlsoWhereManyReadingsFail() {
        assertThat(isYes("好好好好好好好好好好好好好好好好好好好好好好好不")).isFalse();
    }

    private static boolean isYes(String text) {
        return Agreement.isSaid(text, Plain.of(text));
    }
}
