package liaison.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChinaOffsetTest {
    /** The usual example of the approximation: 39.9042, 116.4074 is shown at 39.90560, 116.41364. */
    @Test
    void without_isAFewMetresOff() {
        double[] here = ChinaOffset.without(39.905603, 116.413642);
        assertThat(here[0]).isCloseTo(39.9042, within(5e-5));
        assertThat(here[1]).isCloseTo(116.4074, within(5e-5));
    }

    @Test
    void without_abroadNothingIsShifted() {
        assertThat(ChinaOffset.without(48.2, 16.4)).containsExactly(48.2, 16.4);
    }
}
