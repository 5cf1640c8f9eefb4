package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VillageNamesTest {
    private static int longest(VillageNames names, String text) {
        return names.longestAt(text, 0, text.length());
    }

    @Test
    void longestAt_theLongestNameCounts() {
        var bits = new long[VillageNames.WORDS];
        List.of("柳屿", "柳屿东坪").forEach(name -> VillageNames.add(bits, name));
        var names = new VillageNames(bits);
        assertThat(longest(names, "柳屿路12号")).isEqualTo(2);
        assertThat(longest(names, "柳屿东坪三组")).isEqualTo(4);
        assertThat(longest(names, "东坪三组")).isZero();
        assertThat(names.longestAt("在柳屿东坪", 1, 4)).isEqualTo(2);
    }

    @Test
    void longestAt_shippedNamesLackTheirEndings() {
        var names = VillageNames.shipped();
        assertThat(longest(names, "石桥村三组")).isPositive();
        assertThat(longest(names, "石桥三组")).isPositive();
        assertThat(longest(names, "12号楼")).isZero();
        assertThat(longest(names, "")).isZero();
    }

    @Test
    void shipped_fewOtherWordsAreTakenForNames() {
        var names = VillageNames.shipped();
        int taken = 0;
        for (char first = '一'; first < '一' + 2_000; first++) {
            taken += longest(names, first + "电梯坏") == 4 ? 1 : 0;
        }
        assertThat(taken).isLessThan(100);
    }
}
