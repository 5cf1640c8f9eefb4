package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StopOrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"把防火宣讲停了", "撤回刚才的通知", "因为场地漏水，观摩会不办了", "麻烦取消测评会的通知，谢谢", "说错了，把述职会撤掉", "再停掉防火宣讲的通知", "不开了"})
    void ordersPlainly(String said) {
        assertThat(StopOrder.of(said)).isEqualTo(StopOrder.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"防火宣讲的通知先别停", "别把观摩会取消了", "述职会没有取消", "测评会不能撤", "我没说要取消防火宣讲", "先不要撤回观摩会的通知"})
    void refuses(String said) {
        assertThat(StopOrder.of(said)).isEqualTo(StopOrder.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"防火宣讲停了？", "观摩会是不是取消了", "述职会还停不停", "万一下雪，测评会就取消", "等站长回来再撤观摩会的通知", "听说防火宣讲不办了", "述职会可能取消", "怎么撤回通知",
            "不停观摩会，停述职会", "明天再停防火宣讲的通知",
            "领导说测评会取消", "撤了会怎样"})
    void ordersNothingYet(String said) {
        assertThat(StopOrder.of(said)).isEqualTo(StopOrder.OPEN);
    }
}
