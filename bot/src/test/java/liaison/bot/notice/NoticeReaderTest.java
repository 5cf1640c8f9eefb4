package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.calendar.Shanghai;
import liaison.bot.people.Person;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NoticeReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final Map<String, Person> PEOPLE = Map.of("林一", Person.parse("deputy:P1"), "苏二", Person.parse("deputy:P2"), "欧阳周三",
            Person.parse("deputy:P3"), "郑文", Person.parse("staff:C1"));

    @ParameterizedTest
    @CsvFileSource(resources = "/notices/dictated.tsv", delimiter = '\t')
    void read_asTheTableHasIt(String said, LocalDateTime now, String startsAt, String where, String text, String audience, String must,
            String missing) {
        var draft = NoticeReader.read(said, now.atZone(Shanghai.ZONE).toInstant(), PEOPLE);
        assertThat(String.join(" | ", local(draft.startsAt()), or(draft.where()), or(draft.text()),
                or(draft.audience() + draft.strangers().stream().map(name -> " ?" + name).collect(Collectors.joining()))
                        .strip(),
                draft.mustAttend() ? "yes" : "no", or(draft.missing().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))))
                .isEqualTo(String.join(" | ", startsAt, where, text, audience, must, missing));
    }

    @Test
    void read_keepsTheWordsForTheTime() {
        assertThat(NoticeReader.read("发通知：本周五下午两点到四点，三楼会议室，碰头会，全体代表", NOW, PEOPLE).when()).isEqualTo("本周五下午两点到四点");
        assertThat(NoticeReader.read("发通知：本周五下午，三楼会议室，碰头会，全体代表", NOW, PEOPLE).when()).isEqualTo("本周五下午");
        assertThat(NoticeReader.read("发通知：三楼会议室，碰头会，全体代表", NOW, PEOPLE).when()).isEmpty();
    }

    @Test
    void textOf_leavesOutWhatItIsCalledAndWhomItIsFor() {
        assertThat(NoticeReader.textOf("主题是防火宣讲，叫上全体代表", PEOPLE)).isEqualTo("防火宣讲");
        assertThat(NoticeReader.textOf("防火宣讲，请带笔，喊上林一和苏二", PEOPLE)).isEqualTo("防火宣讲，请带笔");
        assertThat(NoticeReader.textOf("议题讨论会", PEOPLE)).isEqualTo("议题讨论会");
        assertThat(NoticeReader.textOf("全体代表", PEOPLE)).isEqualTo("全体代表");
        assertThat(NoticeReader.textOf("，", PEOPLE)).isEqualTo("，");
    }

    @Test
    void strangers_areAllThatTheAnswerConsistsOf() {
        assertThat(NoticeReader.strangers("骆大川、范小满", PEOPLE)).containsExactly("骆大川", "范小满");
        assertThat(NoticeReader.strangers("D517", PEOPLE)).containsExactly("D517");
        assertThat(NoticeReader.strangers("都要来", PEOPLE)).isEmpty();
    }

    @Test
    void read_anyTextAtAll() {
        for (String text : new String[]{"", " ", "，，，", "：", "在", "全体", "地点", "地点：", "代表、", "\u0000", "\ud83d"}) {
            assertThat(NoticeReader.read(text, NOW, PEOPLE).startsAt()).isEqualTo(Instant.MAX);
        }
    }

    @Test
    void read_takesLinearTime() {
        for (String unit : new String[]{"在", "在三楼", "代表、", "全体", "驻站", "，", " ", "请", "通知", "明天", "地点：", "的", "市区", "只发给", "除林一外", "请孙",
                "林代表", "区、", "不要", "林一就", "不用叫林一"}) {
            String text = unit.repeat(20_000 / unit.length());
            assertThat(Effort.of(() -> NoticeReader.read(text, NOW, PEOPLE))).as(unit).isLessThan(Duration.ofSeconds(30));
        }
    }

    private static String local(Instant at) {
        return at.equals(Instant.MAX) ? "-" : LocalDateTime.ofInstant(at, Shanghai.ZONE).toString();
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
