package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RingingTest {
    @ParameterizedTest
    @CsvSource({"打我电话,''", "有事打我爱人的手机吧,有事吧", "打到我家座机上,上", "打她微信、打他妈妈手机,、", "号码换一个，打我姐的吧,号码换一个，吧", "拨我女婿手机号13600001234,13600001234",
            "可以打電話,可以", "打给我老婆吧13600001234,吧13600001234", "有事联系我儿子就行,有事就行", "电话打给我女儿,''"})
    void without_leavesOutThatSomebodyIsToBeRungUp(String said, String rest) {
        assertThat(Ringing.without(said)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"有人打我", "他打我妈的头", "他打我，手机摔了", "打我手机被抢了", "打给我一拳", "联系不上我爸", "打人的保安没电话", "路灯坏了"})
    void without_leavesBlowsAlone(String said) {
        assertThat(Ringing.without(said)).isEqualTo(said);
    }
}
