package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liaison.bot.issue.Sameness.Told;
import org.junit.jupiter.api.Test;

class SamenessTest {
    private static final Sameness SAMENESS = Sameness.shipped();

    private static Told told(String place, String where, String text) {
        return SAMENESS.told(place, where, text);
    }

    /** What is wrong in two texts about a place that the directory knows. */
    private static List<String> problem(String text, String other) {
        return SAMENESS.reason(told("P1", "", text), told("P1", "", other));
    }

    /** Whether two reports of the same are about one place of the directory. */
    private static boolean isOnePlace(String where, String other) {
        return !SAMENESS.reason(told("P1", where, "路灯坏了三天"), told("P1", other, "路灯不亮")).isEmpty();
    }

    /** Whether two reports of the same are about one place that no directory knows. */
    private static boolean isNamedAlike(String where, String other) {
        return !SAMENESS.reason(told("", where, "路灯坏了三天"), told("", other, "路灯不亮")).isEmpty();
    }

    @Test
    void reason_isTheThingThatBothNameOrMean() {
        assertThat(problem("霁云新苑路灯坏了三天", "路灯不得亮，黑咕隆咚")).containsExactly("路灯");
        assertThat(problem("楼上漏水，电梯也停了", "电梯坏了三天")).containsExactly("电梯");
        assertThat(problem("家里停水了", "水管里什么都放不出来")).containsExactly("停水");
    }

    @Test
    void reason_whatIsSaidOfEverythingTellsNothing() {
        assertThat(problem("路灯坏了三天", "电梯坏了三天")).isEmpty();
        assertThat(problem("楼道灯坏了", "路灯坏了")).as("another lamp").isEmpty();
        assertThat(problem("路灯坏了", "没人管")).isEmpty();
    }

    @Test
    void reason_ofThingsThatNobodyListedIsInTheirWords() {
        assertThat(problem("孩子没有人接送", "孩子上学没有人接送")).isNotEmpty();
        assertThat(problem("孩子没有人接送", "图书馆太小")).isEmpty();
    }

    @Test
    void reason_atNumbersThatDifferThereIsNone() {
        assertThat(isOnePlace("霁云新苑3号楼", "霁云新苑5号楼2单元")).isFalse();
        assertThat(isOnePlace("霁云新苑3号楼", "霁云新苑3号楼2单元")).isTrue();
        assertThat(isOnePlace("霁云新苑3号楼", "霁云新苑三号楼2单元")).isTrue();
        assertThat(isOnePlace("霁云新苑3号楼", "霁云新苑")).isTrue();
        assertThat(isOnePlace("霁云新苑3号楼2单元", "霁云新苑5号楼2单元")).isFalse();
        assertThat(isOnePlace("霁云新苑十二栋", "霁云新苑12号楼")).isTrue();
        assertThat(isOnePlace("霁云新苑十二栋", "霁云新苑二十栋")).isFalse();
        assertThat(isOnePlace("3-2-501", "5-1-301")).isFalse();
    }

    @Test
    void reason_atAnotherPlaceThereIsNone() {
        assertThat(SAMENESS.reason(told("P1", "", "路灯坏了"), told("P2", "", "路灯坏了"))).isEmpty();
        assertThat(SAMENESS.reason(told("P1", "", "路灯坏了"), told("", "", "路灯坏了"))).isEmpty();
    }

    @Test
    void reason_whereNoDirectoryHelpsNamesTellAndNotTheirKind() {
        assertThat(isNamedAlike("霁云新苑小区南门", "霁云新苑小区")).isTrue();
        assertThat(isNamedAlike("霁云新苑小区南门", "望澜花园小区南门")).isFalse();
        assertThat(isNamedAlike("小区门口", "小区门口")).isFalse();
    }

    @Test
    void isAgain_theSameWordsAtAnotherHouseAreNot() {
        assertThat(SAMENESS.isAgain(told("P1", "3号楼", "楼道灯坏了一个星期"), told("P1", "3号楼", "楼道灯坏了一个星期"))).isTrue();
        assertThat(SAMENESS.isAgain(told("P1", "3号楼", "楼道灯坏了一个星期"), told("P1", "8号楼", "楼道灯坏了一个星期"))).isFalse();
        assertThat(SAMENESS.isAgain(told("P1", "", "楼道灯坏了一个星期没换"), told("P2", "", "楼道灯坏了一个星期没人换"))).isFalse();
    }

    @Test
    void anything_isTaken() {
        for (String odd : List.of("", "😀", "1".repeat(12_000), "\u202e\u200b", "路灯".repeat(6_000), "水没".repeat(6_000))) {
            assertThat(problem(odd, "路灯坏了").size()).isLessThan(2);
            assertThat(SAMENESS.isAgain(told("", odd, odd), told("", odd, odd))).isTrue();
        }
    }
}
