package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PersonalNumbersTest {
    @TestFactory
    Stream<DynamicTest> in_findsThoseOfEachLine() {
        return WordLists.rows("/text-numbers.tsv").stream()
                .map(line -> DynamicTest.dynamicTest(line[0], () -> assertThat(found(line[0])).isEqualTo(line[1])));
    }

    @Test
    void in_anUnseenMarkWithinANumberChangesNothing() {
        String text = "\u202e138\u200b0000\u200f1234\u202c";
        assertThat(PersonalNumbers.in(text)).containsExactly(new Span(PersonalNumbers.PHONE, 1, 14));
    }

    private static String found(String text) {
        return PersonalNumbers.in(text).stream().map(one -> one.label() + " " + text.substring(one.start(), one.end()))
                .collect(Collectors.joining("|"));
    }
}
