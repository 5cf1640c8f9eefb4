package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/times.tsv", delimiter = '\t')
    void phrases_asTheTableHasThem(String said, ArgumentsAccessor row) {
        String expected = row.size() > 1 && row.get(1) != null ? row.getString(1) : "";
        assertThat(TimeReader.phrases(said, NOW).stream().map(TimeReaderTest::written).collect(Collectors.joining(";")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/calendar/since.tsv", delimiter = '\t')
    void since_asTheTableHasIt(String said, ArgumentsAccessor row) {
        String expected = row.size() > 1 && row.get(1) != null ? row.getString(1) : "";
        assertThat(TimeReader.since(said, NOW).map(span -> span.of(said)).orElse("")).isEqualTo(expected);
    }

    @Test
    void day_firstOneNamed() {
        assertThat(TimeReader.day("想预约下周二的接待日", NOW)).contains(LocalDate.parse("2026-12-01"));
        assertThat(TimeReader.day("周六行不行", NOW)).contains(LocalDate.parse("2026-11-28"));
        assertThat(TimeReader.day("随便哪天", NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "下周一到周五每天下午两点, 2026-11-30, 2026-12-04, true",
            "'12月1日至3日，每天上午九点', 2026-12-01, 2026-12-03, true",
            "12月1日至3日上午九点, 2026-12-01, 2026-12-03, false",
            "12月1日、2日、3日上午九点, 2026-12-01, 2026-12-03, false",
            "12月1号2号3号上午九点, 2026-12-01, 2026-12-03, false",
            "下周一、二、三上午九点, 2026-11-30, 2026-12-02, false",
            "12月1日起至3日上午九点, 2026-12-01, 2026-12-03, false",
            "明后两天上午九点, 2026-11-26, 2026-11-27, false",
            "12月8日起连续三天上午九点, 2026-12-08, 2026-12-10, false",
            "'12月8日上午九点开始，为期三天', 2026-12-08, 2026-12-10, false"})
    void phrases_firstAndLastOfSeveralDays(String said, LocalDate first, LocalDate last, boolean daily) {
        var phrase = TimeReader.phrases(said, NOW).getFirst();
        assertThat(phrase.day()).contains(first);
        assertThat(phrase.last()).contains(last);
        assertThat(phrase.isDaily()).isEqualTo(daily);
    }

    @Test
    void phrases_daysThatDoNotFollowEachOtherAreNoRange() {
        assertThat(TimeReader.phrases("12月1日、3日上午九点", NOW)).allMatch(phrase -> phrase.last().isEmpty());
        assertThat(TimeReader.phrases("下周一、二楼会议室", NOW).getFirst().last()).isEmpty();
        assertThat(TimeReader.phrases("说明后天上午九点的安排", NOW).getFirst().last()).isEmpty();
        assertThat(TimeReader.phrases("12月8日起3日内交", NOW).getFirst().last()).isEmpty();
    }

    @Test
    void phrases_spanIsThatOfTheText() {
        String text = "请于　１２月３日（周四）  上午9点　到会";
        assertThat(TimeReader.phrases(text, NOW).getFirst().span().of(text)).isEqualTo("１２月３日（周四）  上午9点");
    }

    @Test
    void phrases_nearestDayOfAMonthThatHasIt() {
        assertThat(TimeReader.day("31号", Instant.parse("2027-01-31T17:00:00Z"))).contains(LocalDate.parse("2027-03-31"));
    }

    @Test
    void phrasesAndSince_takeLinearTime() {
        for (String unit : new String[]{" ", "1", "一", "十", "周 ", "12月", "从", "半个", "下午", "(", "9:", "三天到", "12/"}) {
            String text = unit.repeat(50_000 / unit.length());
            assertThat(Effort.of(() -> TimeReader.phrases(text, NOW))).as(unit).isLessThan(Duration.ofSeconds(30));
            assertThat(Effort.of(() -> TimeReader.since(text, NOW))).as(unit).isLessThan(Duration.ofSeconds(30));
        }
    }

    private static String written(TimePhrase phrase) {
        return (phrase.isImpossible() ? "!" : phrase.day().map(Object::toString).orElse("?")) + " "
                + phrase.from().map(Object::toString).orElse("?") + phrase.to().map(to -> "-" + to).orElse("")
                + (phrase.isLimit() ? " <" : "");
    }
}
