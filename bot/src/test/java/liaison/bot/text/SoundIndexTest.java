package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SoundIndexTest {
    private final SoundIndex index = new SoundIndex(List.of("化粪池", "充电桩", "查进度", "路灯", "abc灯"));

    @Test
    void heard_putsTheWordThatSoundsTheSame() {
        assertThat(index.heard("门口花粉迟满了")).isEqualTo("门口化粪池满了");
    }

    @Test
    void heard_doesNotTellWhatManySpeakersDoNot() {
        assertThat(index.heard("冲电装不够")).isEqualTo("充电桩不够");
        assertThat(index.heard("擦金度")).isEqualTo("查进度");
    }

    @Test
    void heard_leavesShortWordsAlone() {
        assertThat(index.heard("鹿等坏了")).isEqualTo("鹿等坏了");
    }

    @Test
    void heard_leavesTheRestAsItIs() {
        assertThat(index.heard("abc,123")).isEqualTo("abc,123");
    }
}
