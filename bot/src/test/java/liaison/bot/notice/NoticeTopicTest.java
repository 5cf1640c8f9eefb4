package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.Test;

class NoticeTopicTest {
    @Test
    void shared_longestWordsThatTellNoticesApart() {
        assertThat(NoticeTopic.shared("分析会我参加", "办件分析会，请全体代表参加")).isEqualTo(3);
        assertThat(NoticeTopic.shared("准时参加", "学习代表法，请全体代表准时参加")).isZero();
        assertThat(NoticeTopic.shared("会", "办件分析会")).isZero();
        assertThat(NoticeTopic.shared("", "")).isZero();
    }

    @Test
    void shared_isQuickForLongMessages() {
        assertThat(Effort.of(() -> NoticeTopic.shared("学习".repeat(1_000), "学习".repeat(500)))).isLessThan(Duration.ofSeconds(10));
    }
}
