package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamenessTest {
    private static final Sameness SAMENESS = Sameness.shipped();

    @Test
    void problem_isTheThingThatBothName() {
        assertThat(SAMENESS.problem("霁云新苑路灯坏了三天", "路灯不得亮，黑咕隆咚")).containsExactly("路灯");
        assertThat(SAMENESS.problem("楼上漏水，电梯也停了", "电梯坏了三天")).containsExactly("电梯");
    }

    @Test
    void problem_whatIsSaidOfEverythingTellsNothing() {
        assertThat(SAMENESS.problem("路灯坏了三天", "电梯坏了三天")).isEmpty();
        assertThat(SAMENESS.problem("楼道灯坏了", "路灯坏了")).as("another lamp").isEmpty();
        assertThat(SAMENESS.problem("路灯坏了", "没人管")).isEmpty();
    }

    @Test
    void problem_ofThingsThatNobodyListedIsInTheirWords() {
        assertThat(SAMENESS.problem("孩子没有人接送", "孩子上学没有人接送")).isNotEmpty();
        assertThat(SAMENESS.problem("孩子没有人接送", "图书馆太小")).isEmpty();
    }

    @Test
    void isElsewhere_byNumbersThatDiffer() {
        assertThat(SAMENESS.isElsewhere("霁云新苑3号楼", "霁云新苑5号楼2单元")).isTrue();
        assertThat(SAMENESS.isElsewhere("霁云新苑3号楼", "霁云新苑3号楼2单元")).isFalse();
        assertThat(SAMENESS.isElsewhere("霁云新苑3号楼", "霁云新苑")).isFalse();
        assertThat(SAMENESS.isElsewhere("霁云新苑3号楼2单元", "霁云新苑5号楼2单元")).isTrue();
        assertThat(SAMENESS.isElsewhere("霁云新苑十二栋", "霁云新苑12号楼")).isFalse();
        assertThat(SAMENESS.isElsewhere("霁云新苑十二栋", "霁云新苑二十栋")).isTrue();
    }

    @Test
    void isNamedAlike_byNamesAndNotByTheirKind() {
        assertThat(SAMENESS.isNamedAlike("霁云新苑小区南门", "霁云新苑小区")).isTrue();
        assertThat(SAMENESS.isNamedAlike("霁云新苑小区南门", "望澜花园小区南门")).isFalse();
        assertThat(SAMENESS.isNamedAlike("小区门口", "小区门口")).isFalse();
    }

    @Test
    void anything_isTaken() {
        for (String odd : List.of("", "😀", "1".repeat(12_000), "\u202e\u200b", "路灯".repeat(6_000))) {
            assertThat(SAMENESS.problem(odd, "路灯坏了").size()).isLessThan(2);
            assertThat(SAMENESS.isAgain(odd, odd)).isTrue();
        }
    }
}
