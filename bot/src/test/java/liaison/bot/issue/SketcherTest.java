package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SketcherTest {
    private static final Sketcher SKETCHER = Sketcher.shipped();

    private static Sketch of(String text) {
        return SKETCHER.sketch(text);
    }

    private static int pair(String two) {
        return Rarity.pair(two.charAt(0), two.charAt(1));
    }

    @Test
    void sketch_aNameIsPlaceAndWhatHappenedThereIsProblem() {
        var sketch = of("霁云新苑三栋路灯坏了");
        assertThat(sketch.place().has(pair("霁云"))).isTrue();
        assertThat(sketch.problem().has(pair("路灯"))).isTrue();
        assertThat(sketch.problem().has(pair("霁云"))).isFalse();
        assertThat(sketch.place().has(pair("路灯"))).isFalse();
    }

    @Test
    void sketch_signsWidthAndCapitalsDoNotMatter() {
        assertThat(of("霁云新苑，三栋路灯坏了！A座").isNear(of("霁云新苑　三栋路灯坏了 ａ座"))).isTrue();
    }

    @Test
    void isNear_aFewWordsMoreOrLess() {
        assertThat(of("路灯坏了快半个月了路灯坏了快半个月了").isNear(of("路灯坏了快半个月了"))).isTrue();
        assertThat(of("霁云新苑三栋楼下的路灯坏了半个月").isNear(of("你好，霁云新苑三栋楼下的路灯坏了半个月没人修"))).isTrue();
        assertThat(of("霁云新苑三栋楼下的路灯坏了半个月").isNear(of("霁云新苑三栋楼下的垃圾堆了三天"))).isFalse();
    }

    @Test
    void isNear_theSameFirstSentence() {
        assertThat(of("请问霁云路何时通车到火车站。前后三年了").isNear(of("请问霁云路何时通车到火车站。多次打电话没有人接"))).isTrue();
        assertThat(of("您好。路灯坏了").isNear(of("您好。垃圾没人收"))).isFalse();
    }

    @Test
    void sharedWords_areThoseOfTheProblem() {
        var one = of("霁云新苑三栋路灯坏了");
        assertThat(one.sharedWords(of("楼下路灯又坏了"))).contains("路灯").doesNotContain("霁云");
        assertThat(one.sharedWords(of("今天停水"))).isEmpty();
    }

    @Test
    void sketch_nothingIsLikeNothing() {
        assertThat(of("").isNear(of(""))).isFalse();
        assertThat(of("").problemLikeness(of("路灯坏了"))).isZero();
        assertThat(of("路灯").isNear(of("路灯"))).as("too short to tell").isFalse();
    }
}
