package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeQuestionTest {
    @ParameterizedTest
    @ValueSource(strings = {"把防火宣讲停了", "12月3号的两个会都停掉", "防火宣讲不开了", "观摩那个取消吧", "述职会先不办了", "那条撤了"})
    void hearsThatSomethingIsNotToBe(String said) {
        assertThat(NoticeQuestion.callsOff(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"防火宣讲停了吗", "昨天小区停水", "发通知：观摩取消", "接待日取消", "宣讲改到三点", "停了三天才来人修，谁都不管"})
    void hearsNothingOfTheKind(String said) {
        assertThat(NoticeQuestion.callsOff(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"这条不要了", "上面那条算了", "这个通知不要了", "它不办了"})
    void pointsAtWhatIsThere(String said) {
        assertThat(NoticeQuestion.points(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"林一不要了", "防火宣讲不要了", "这条改到三点"})
    void pointsAtNothing(String said) {
        assertThat(NoticeQuestion.points(said)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"防火宣讲改到十点, 防火宣讲", "把观摩推迟一天, 把观摩", "时间改到十点, 时间", "二楼改三楼, 二楼", "改到十点, ''", "请带笔, ''"})
    void tellsWhatShallBeAnother(String said, String subject) {
        assertThat(NoticeChange.subject(said)).isEqualTo(subject);
    }
}
