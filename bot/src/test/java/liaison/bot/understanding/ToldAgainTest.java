package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToldAgainTest {
    @ParameterizedTest
    @CsvSource({"灯又灭了, 灯", "门口那个路灯还黑着, 路灯", "下水道仍然堵着, 下水道", "楼下的水管又在滴, 水管", "我家又漏了, ''", "又坏了, ''", "路灯坏了, ''", "还没人来, ''", "电梯又能坐了, ''"})
    void thing_isWhatIsStillSo(String text, String thing) {
        assertThat(ToldAgain.thing(text)).isEqualTo(thing);
    }
}
