package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

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
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> TimeReader.phrases(text, NOW), unit);
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> TimeReader.since(text, NOW), unit);
        }
    }

    private static String written(TimePhrase phrase) {
        return (phrase.isImpossible() ? "!" : phrase.day().map(Object::toString).orElse("?")) + " "
                + phrase.from().map(Object::toString).orElse("?") + phrase.to().map(to -> "-" + to).orElse("")
                + (phrase.isLimit() ? " <" : "");
    }
}
