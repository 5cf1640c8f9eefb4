package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PlainTextTest {
    @TestFactory
    Stream<DynamicTest> of_readsEachLine() {
        return WordLists.rows("/text-plain.tsv").stream()
                .map(line -> DynamicTest.dynamicTest(line[0], () -> assertThat(PlainText.of(line[0])).hasToString(line[1])));
    }

    @Test
    void of_aPlainTextIsTheSameAgain() {
        WordLists.rows("/text-plain.tsv").forEach(line -> assertThat(PlainText.of(line[1])).hasToString(line[1]));
    }

    @Test
    void original_isWhereTheLettersWereWritten() {
        String text = "嗯， 警 盖！！沒有了";
        var plain = PlainText.of(text);
        int at = plain.toString().indexOf("井盖");
        var span = plain.original("thing", at, at + 2);
        assertThat(text.substring(span.start(), span.end())).isEqualTo("警 盖");
    }

    @Test
    void isDialect_isMistaken_sayWhatWasReplaced() {
        assertThat(PlainText.of("俺家")).matches(PlainText::isDialect).matches(plain -> !plain.isMistaken());
        assertThat(PlainText.of("警盖")).matches(PlainText::isMistaken).matches(plain -> !plain.isDialect());
        assertThat(PlainText.of("嗯路灯")).matches(plain -> !plain.isDialect() && !plain.isMistaken());
    }

    @Test
    void of_looksAtTheBeginningAlone() {
        assertThat(PlainText.of("灯".repeat(PlainText.LONGEST + 1)).toString()).hasSize(PlainText.LONGEST);
    }

    @Test
    void words_refusesAWordThatStandsTwice() {
        var rows = List.of(new String[]{"dialect", "什么", "啥"}, new String[]{"mistake", "傻", "啥"});
        assertThatThrownBy(() -> new SpokenWords(rows)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("啥");
    }

    @Test
    void words_doNotStandForOneAnother() {
        WordLists.rows("/text/spoken.tsv").stream().filter(row -> !row[0].equals("keep"))
                .forEach(row -> assertThat(PlainText.of(row[1])).hasToString(row[1]));
    }
}
