package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MasksTest {
    private static final String ALL = "我138 0000 1234，座机0731-82345678，身份证11010119900101001X，卡6222021234567890128，车湘A12345";

    @Test
    void kept_isWithoutCards() {
        assertThat(Masks.kept(ALL)).isEqualTo("我138 0000 1234，座机0731-82345678，身份证***，卡***，车湘A12345");
    }

    @Test
    void original_isWhereItStoodBefore() {
        String kept = Masks.kept(ALL);
        for (String words : List.of("我138 0000 1234", "，座机", "身份证", "，卡", "，车湘A12345")) {
            assertThat(Masks.original(ALL, kept.indexOf(words))).isEqualTo(ALL.indexOf(words));
        }
        assertThat(Masks.original(ALL, kept.length())).isEqualTo(ALL.length());
        assertThat(Masks.original(ALL, kept.indexOf("***") + 1)).isEqualTo(ALL.indexOf("11010119900101001X"));
    }

    @Test
    void shown_showsOnlyTheEnds() {
        assertThat(Masks.shown(ALL)).isEqualTo("我138 **** 1234，座机0731-******78，身份证***，卡***，车湘A***45");
    }

    @Test
    void kept_withoutCardsIsTheSameText() {
        String text = "路灯坏了，电话13800001234";
        assertThat(Masks.kept(text)).isSameAs(text);
    }

    @Test
    void phone_withoutAreaCodeShowsItsEndAlone() {
        assertThat(Masks.phone("82345678")).isEqualTo("******78");
    }

    @Test
    void phone_ofAnotherCountryCodeHidesTheMiddle() {
        assertThat(Masks.phone("8613800001234")).isEqualTo("86138****1234");
    }

    @Test
    void phone_ofALandlineInWideFiguresShowsItsAreaCode() {
        assertThat(Masks.phone("０７３１-８２３４５６７８")).isEqualTo("０７３１-******７８");
    }

    @Test
    void shown_hidesTheMiddleOfSingleFigures() {
        assertThat(Masks.shown("打1 3 8 0 0 0 0 1 2 3 4")).isEqualTo("打1 3 8 * * * * 1 2 3 4");
    }

    @Test
    void phone_thatNobodyGaveIsEmpty() {
        assertThat(Masks.phone("")).isEmpty();
    }
}
