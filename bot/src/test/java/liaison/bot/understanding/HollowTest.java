package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HollowTest {
    @ParameterizedTest
    @ValueSource(strings = {"有没有人来管一下啊", "没人管", "到底谁管呢？", "怎么都没人处理", "啥也没有", "人呢", "喂，没人吗", "呱啦呱啦", "咚咚咚"})
    void is_namesNothing(String words) {
        assertThat(Hollow.is(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"没人管垃圾", "没有水了", "没电", "楼上没人管的狗", "在", "你好", "急", "怎么办", "村东村西", "1818", "灯灯不亮", ""})
    void is_leavesWhatTellsSomething(String words) {
        assertThat(Hollow.is(words)).isFalse();
    }
}
