package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenNameTest {
    @ParameterizedTest
    @CsvSource({"我姓胡；路灯坏了,路灯坏了", "路灯坏了；我叫胡月英,路灯坏了", "我姓胡,我姓胡", "我叫物业来修；路灯坏了,我叫物业来修；路灯坏了", "我是业主；路灯坏了,我是业主；路灯坏了"})
    void without_theNameThatSheGives(String said, String left) {
        assertThat(GivenName.without(said)).isEqualTo(left);
    }
}
