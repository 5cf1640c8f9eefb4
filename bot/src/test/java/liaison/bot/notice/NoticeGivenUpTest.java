package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeGivenUpTest {
    @ParameterizedTest
    @ValueSource(strings = {"哦，那算了，不发了", "我不想写了", "写错了，删掉吧", "停一下吧", "还是别发了，谢谢", "这条我不要了"})
    void givesUp(String said) {
        assertThat(NoticeGivenUp.isSaid(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"晚点再说吧", "先放着", "等我一下", "我回头再写", "先不写了"})
    void putsOff(String said) {
        assertThat(NoticeGivenUp.isPutOff(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不发给林一", "取消观摩会", "站里二楼", "明天", "停车场", "不发吗？", "删掉林一", "我不发了他发", "停车场等下", "通知"})
    void saysSomethingElse(String said) {
        assertThat(NoticeGivenUp.isSaid(said)).isFalse();
        assertThat(NoticeGivenUp.isPutOff(said)).isFalse();
    }
}
