package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import liaison.bot.calendar.WordTable;
import org.junit.jupiter.api.Test;

class ThingsTest {
    private static final Sketcher SKETCHER = Sketcher.shipped();

    private static Things of(String text) {
        return SKETCHER.sketch(text).site.things();
    }

    @Test
    void named_byTheThingOrByWhatIsSaidOfIt() {
        assertThat(of("路灯坏了").named()).containsExactly("路灯");
        assertThat(of("水管拧开没有水").named()).containsExactly("停水");
        assertThat(of("走廊里一片漆黑").named()).as("two signs before one").containsExactly("楼道灯");
        assertThat(of("路上漆黑").named()).containsExactly("路灯");
        assertThat(of("井盖破了，晚上又漆黑").named()).as("one sign only where nothing is named").containsExactly("井盖");
        assertThat(of("水费的事没人管").named()).as("letters inside another word").isEmpty();
    }

    @Test
    void named_whatStandsBesideItIsAPlace() {
        assertThat(of("工地旁边的路灯坏了").named()).containsExactly("路灯");
    }

    @Test
    void named_aFeeAndAWishAreOtherMatters() {
        assertThat(of("暖气费太贵").named()).containsExactly("供暖费");
        assertThat(of("物业费乱涨").named()).containsExactly("物业费");
        assertThat(of("希望加装电梯").named()).containsExactly("加装电梯");
        assertThat(of("电梯坏了，钱照收").named()).containsExactly("电梯");
    }

    @Test
    void shared_whatComesOfAThingCountsWhereTheThingIsNotSaid() {
        assertThat(of("工地打桩吵").shared(of("半夜吵得睡不着"))).containsExactly("噪音");
        assertThat(of("工地打桩吵").shared(of("楼上砸墙吵"))).isEmpty();
        assertThat(of("吵得睡不着").shared(of("噪音太大"))).containsExactly("噪音");
        assertThat(of("垃圾没人收").shared(of("楼下臭得很"))).containsExactly("异味");
        assertThat(of("路灯不亮").shared(of("楼下臭得很"))).isEmpty();
    }

    @Test
    void signs_standAsTextsAreRead() {
        for (String word : WordTable.shipped("/issue/troubles.tsv").words("sign")) {
            assertThat(Sketcher.letters(word)).isEqualTo(word);
        }
    }
}
