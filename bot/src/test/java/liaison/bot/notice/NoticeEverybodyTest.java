package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticeEverybodyTest {
    @ParameterizedTest
    @CsvSource({"全体, deputies staff", "都叫上吧, deputies staff", "大伙儿都要来, deputies staff", "站里的每个人, deputies staff", "给五位代表都发, deputies",
            "3个代表, deputies",
            "林一, ''", "大家辛苦了, ''", "通知, ''", "都行, ''", "三位, ''"})
    void meansAll(String said, String audience) {
        assertThat(NoticeEverybody.read(said)).isEqualTo(audience);
    }
}
