package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondThoughtsTest {
    @ParameterizedTest
    @CsvSource({"五月份开始的，哦不，六月份,六月份", "锦绣苑，诶不对，是听雨轩,听雨轩", "3号楼，说错了，5号楼,5号楼", "前天，不是，大前天,大前天", "上周，哦不是上个月,上个月",
            "今天，呃，不对，昨天,昨天"})
    void in_whatIsSaidLast(String said, String meant) {
        assertThat(SecondThoughts.in(said)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不是昨天，是上周", "灯不亮，地不平", "锦绣苑，不对外开放", "路灯坏了，不知道哪天", "昨天，不对", "写错了，是门禁"})
    void in_nothingTakenBack_empty(String said) {
        assertThat(SecondThoughts.in(said)).isEmpty();
    }

    @Test
    void all_lastFirst() {
        assertThat(SecondThoughts.all("柳荫路，不对，锦绣苑，昨天，哦不，前天")).containsExactly("前天", "锦绣苑，昨天，哦不，前天");
    }
}
