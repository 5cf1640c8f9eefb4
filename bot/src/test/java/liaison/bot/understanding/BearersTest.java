package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BearersTest {
    @ParameterizedTest
    @CsvSource({"我妈说楼道灯灭了,楼道灯灭了", "那你跟他讲一声，牌子倒了,牌子倒了", "麻烦转告我儿子一声 井盖松了,井盖松了", "通知我老公，门坏了,门坏了", "灯灭了，邻居说墙也歪了,灯灭了，墙也歪了",
            "奶奶说她起不来了,她起不来了"})
    void without_leavesOutWhoTellsAndWhoIsTold(String said, String rest) {
        assertThat(Bearers.without(said)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"我妈说不出话", "我爸说胡话", "跟他打起来了", "他给我一拳", "路灯坏了", "我"})
    void without_leavesWhatHappensToThem(String said) {
        assertThat(Bearers.without(said)).isEqualTo(said);
    }
}
