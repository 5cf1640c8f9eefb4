package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Sketcher SKETCHER = Sketcher.shipped();
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String LIFT = "望澜花园二期五栋电梯停运。望澜花园二期五栋的电梯停运一个多月了，老人上下楼全靠爬，物业说维修基金没批下来。";
    private static final String LIFT_AGAIN = "望澜花园二期电梯停了。我家老人也在望澜花园二期住，电梯停运以后出不了门，请协调。";
    private static final String SMOKE = "望澜花园楼下烧烤店油烟扰民。望澜花园二期门口新开的烧烤店没有烟道，晚上油烟全飘进屋里，没法开窗。";

    private final Grouping grouping = new Grouping(SKETCHER);
    private int added;

    private String add(String text) {
        return add(text, NOW.plus(Duration.ofHours(added)));
    }

    private String add(String text, Instant at) {
        return grouping.add("m" + ++added, at, text);
    }

    @Test
    void add_theSameTextAgainIsInTheGroupOfTheFirst() {
        assertThat(add(LIFT)).isEqualTo("m1");
        assertThat(add("再次反映：" + LIFT)).isEqualTo("m1");
        assertThat(add(LIFT, NOW.plus(Duration.ofDays(300)))).isEqualTo("m1");
    }

    @Test
    void add_otherWordsAboutTheSameProblemAtTheSamePlace() {
        assertThat(add(LIFT)).isEqualTo(add(LIFT_AGAIN));
    }

    @Test
    void add_anotherProblemAtTheSamePlace() {
        assertThat(add(LIFT)).isNotEqualTo(add(SMOKE));
    }

    @Test
    void add_theSameProblemAtAnotherPlace() {
        assertThat(add(LIFT)).isNotEqualTo(add(LIFT_AGAIN.replace("望澜花园", "霁云新苑")));
    }

    @Test
    void add_theSameProblemMonthsLaterIsAnotherOne() {
        assertThat(add(LIFT)).isNotEqualTo(add(LIFT_AGAIN, NOW.plus(Duration.ofDays(60))));
    }

    @Test
    void add_aGroupStaysOpenWhileItIsWrittenAbout() {
        add(LIFT);
        add(LIFT, NOW.plus(Duration.ofDays(25)));
        assertThat(add(LIFT_AGAIN, NOW.plus(Duration.ofDays(50)))).isEqualTo("m1");
    }

    @Test
    void add_aQuestionAboutOnePolicyIsEachResidentsOwn() {
        assertThat(add("请问购房补贴怎么申请。我是去年毕业的研究生，在本市上班，社保交了一年，申请购房补贴一直没有通过，请问是什么原因？"))
                .isNotEqualTo(add("咨询购房补贴。本人是高级技师，买的是二手房，想问购房补贴能不能申请，需要哪些材料？"));
    }

    @Test
    void add_namesThatEveryoneUsesTellNothing() {
        assertThat(add("希望政府部门解决小区业主的问题")).isNotEqualTo(add("请政府部门尽快处理学校门口的问题"));
    }

    @Test
    void add_noiseIsTakenAndJoinsNothing() {
        var odd = List.of("", "。。。", "😀😀😀", "12345", "\u200f\u202e\u200b", "好", "一".repeat(5_000), "电梯".repeat(6_000), "\ud83d");
        var groups = new ArrayList<String>();
        odd.forEach(text -> groups.add(add(text)));
        assertThat(groups).doesNotHaveDuplicates();
    }

    @Test
    void add_manyMessagesTakeLinearTime() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            random.ints(120, 0, 3_000).forEach(c -> text.append((char) ('\u4e00' + c)));
            assertThat(add(text.toString())).isEqualTo("m" + added);
        }
    }
}
