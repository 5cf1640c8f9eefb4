package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WholeWordsTest {
    @ParameterizedTest
    @CsvSource({"1号楼和21号楼之间, 1号楼, 3号楼, 3号楼和21号楼之间", "二十三栋, 三栋, 五栋, 二十三栋", "第三栋, 三栋, 十三栋, 第十三栋",
            "3号楼的3号楼门口, 3号楼, 13号楼, 13号楼的13号楼门口", "１３号楼, 3号楼, 5号楼, １３号楼", "301室, 30, 40, 301室", "路灯路灯, 路灯, 井盖, 井盖井盖"})
    void aNumberIsExchangedWholeAndOnce(String text, String words, String others, String changed) {
        assertThat(WholeWords.exchanged(text, words, others)).isEqualTo(changed);
    }

    @Test
    void noWordsStandAnywhere() {
        assertThat(WholeWords.stand("3号楼", "")).isFalse();
    }

    @Test
    void aFixSaysNothingTwice() {
        assertThat(Fix.of("不是3号楼，是锦绣苑13号楼").exchanged("锦绣苑3号楼门口")).isEqualTo("锦绣苑13号楼门口");
        assertThat(Fix.of("不是路灯，是井盖坏了").exchanged("路灯坏了三天")).isEqualTo("井盖坏了三天");
        assertThat(Fix.of("不是3，是13").within("柳荫路3号门口")).isEqualTo(new Fix("3号门", "13号门"));
        assertThat(Fix.of("路灯改成声控的吧").right()).isEmpty();
    }

    @Test
    void severalClausesSayAFixEach() {
        assertThat(Fix.all("把301改为302，三天改为五天")).containsExactly(new Fix("301", "302"), new Fix("三天", "五天"));
        assertThat(Fix.all("不是3号楼，是5号楼")).containsExactly(new Fix("3号楼", "5号楼"));
    }
}
