package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnPhoneTest {
    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，我的电话13800001234", "路灯坏了 13800001234", "13800001234", "路灯坏了13800001234", "有事请打13800001234",
            "路灯坏了，联系电话：138 0000 1234", "我手机号是13800001234，路灯坏了", "路灯坏了三天了电话13800001234", "本人王女士，电话13800001234",
            "联系我13800001234", "物业电话13900005678，我的电话13800001234", "路灯坏了，13800001234是我的手机", "楼上漏水，电话13800001234"})
    void in_takesWhatIsSaidToBeHers(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话0713-8888000", "0713 8888000", "路灯坏了三天，电话是0713-8888000", "座机：0713-8888000", "路灯坏了，0713-8888000。"})
    void in_takesALandlineThatIsGivenByItself(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("07138888000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"打了电话0713-8888000，没人接", "找物业说过，电话0713-8888000", "公告上写着0713-8888000", "0713-8888000没人接"})
    void in_leavesALandlineThatIsOnlyMentioned(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"物业电话13800001234", "物业 电话 13800001234", "他的手机是13800001234", "烧烤店老板电话：13800001234", "我妈的电话13800001234",
            "打物业的13800001234没人接", "物业经理姓张，电话13800001234", "13800001234是物业的", "13800001234这个号天天骚扰", "小广告上写的电话13800001234",
            "报修电话0571-88001234没人接", "路灯坏了"})
    void in_leavesThoseOfOthers(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }
}
