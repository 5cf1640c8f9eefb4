package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneMentionTest {
    private static final String NUMBER = "13800001234";

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，手机13800001234", "路灯坏了，我的联系电话是：138 0000 1234", "路灯坏了13800001234", "路灯坏了（电话13800001234）",
            "我电话13800001234，路灯坏了", "路灯坏了，13800001234是我的手机", "路灯坏了。有事打13800001234，谢谢", "路灯坏了我的号码13800001234"})
    void without_cutsItWithWhatLeadsToIt(String said) {
        assertThat(PhoneMention.without(said, NUMBER)).startsWith("路灯坏了").doesNotContain("1234", "电话", "手机", "号码", "我", "（", "）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，物业电话13900005678", "路灯坏了", "13800001234"})
    void without_leavesOtherNumbersAndWordsThatAreNothingElse(String said) {
        assertThat(PhoneMention.without(said, NUMBER)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，电话13800001234，昨天开始的"})
    void without_joinsWhatStandsOnBothSides(String said) {
        assertThat(PhoneMention.without(said, NUMBER)).isEqualTo("路灯坏了，昨天开始的");
    }
}
