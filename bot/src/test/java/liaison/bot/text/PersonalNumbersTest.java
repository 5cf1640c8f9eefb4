package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void phones_areDigitsAlone() {
        assertThat(PersonalNumbers.phones("８６ 138-0000-1234，或82345678")).containsExactly("13800001234", "82345678");
    }

    @Test
    void phones_ofCardsAreNone() {
        assertThat(PersonalNumbers.phones("110101199001010010")).isEmpty();
    }

    @Test
    void isMobile_notOfALandline() {
        assertThat(List.of("13800001234", "073182345678", "01082345678").stream().filter(PersonalNumbers::isMobile))
                .containsExactly("13800001234");
    }

    private static String found(String text) {
        return PersonalNumbers.in(text).stream().map(one -> one.label() + " " + text.substring(one.start(), one.end()))
                .collect(Collectors.joining("|"));
    }
}
