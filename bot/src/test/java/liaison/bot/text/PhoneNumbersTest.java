package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PhoneNumbersTest {
    @Test
    void in_areDigitsAlone() {
        assertThat(PhoneNumbers.in("８６ 138-0000-1234，或82345678")).containsExactly("13800001234", "82345678");
    }

    @Test
    void in_ofCardsAreNone() {
        assertThat(PhoneNumbers.in("110101199001010010")).isEmpty();
    }

    @Test
    void isMobile_notOfALandline() {
        assertThat(List.of("13800001234", "073182345678", "01082345678").stream().filter(PhoneNumbers::isMobile))
                .containsExactly("13800001234");
    }
}
