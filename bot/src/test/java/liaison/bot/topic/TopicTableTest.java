package liaison.bot.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class TopicTableTest {
    private static final TopicTable TABLE = TopicTable.parse("# a remark\npiece\t路\t灯\n灯\t\t5\n路灯\t-3\t20\n公路\t30\t\n0号\t2\t\n");

    private static String lead(String text) {
        return TABLE.lead(text).topic();
    }

    @Test
    void lead_isTheLargestSum() {
        assertThat(lead("楼下路灯不亮")).isEqualTo("灯");
        assertThat(lead("公路")).isEqualTo("路");
        assertThat(TABLE.lead("公路").margin()).isEqualTo(90);
    }

    @Test
    void lead_countsAPieceOnceAndTheFirstSentenceMore() {
        assertThat(TABLE.lead("灯灯灯灯").margin()).isEqualTo(TABLE.lead("灯").margin());
        assertThat(lead("想说公路。路灯，路灯，路灯")).isEqualTo("路");
        assertThat(lead("想说路灯。公路")).isEqualTo("灯");
    }

    @Test
    void lead_addsWhatWholeWordsSayAsMuchAsOneTellingWord() {
        assertThat(TABLE.lead("路灯", new int[]{2, 0}).topic()).isEqualTo("路");
        assertThat(TABLE.lead("路灯", new int[]{100, 9}).topic()).isEqualTo("灯");
    }

    @Test
    void lead_isUnknownWhereNothingCounts() {
        assertThat(TABLE.lead("").isKnown()).isFalse();
        assertThat(TABLE.lead("🙂🙂🙂").isKnown()).isFalse();
        assertThat(TopicTable.EMPTY.lead("路灯").isKnown()).isFalse();
    }

    @Test
    void lead_readsDigitsOfAnyNumberAndWidthAlike() {
        assertThat(TABLE.lead("１２３号").margin()).isEqualTo(TABLE.lead("5号").margin()).isPositive();
    }

    @Test
    void words_areThePairsThatSpeakMost() {
        assertThat(TABLE.lead("公路边的公路和路灯").words()).containsExactly("公路");
        assertThat(TABLE.lead("路灯下的路灯").words()).containsExactly("路灯");
    }

    @Test
    void visit_partsAtSignsAndBlanks() {
        var pieces = new ArrayList<String>();
        TopicGrams.visit("A 路，灯12", (gram, weight, start, end) -> pieces.add(TopicGrams.letters(gram)));
        assertThat(pieces).containsExactly("a", "路", "灯", "0", "灯0");
    }

    @Test
    void parse_faultNamesTheLine() {
        assertThatThrownBy(() -> TopicTable.parse("")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> TopicTable.parse("路灯\t1")).hasMessageContaining("line 1").hasMessageContaining("piece");
        assertThatThrownBy(() -> TopicTable.parse("piece\ta\tb\n路灯\t1")).hasMessageContaining("line 2").hasMessageContaining("2 weights");
        assertThatThrownBy(() -> TopicTable.parse("piece\ta\tb\n路灯\t1\tx")).hasMessageContaining("line 2").hasMessageContaining("'x'");
        assertThatThrownBy(() -> TopicTable.parse("piece\ta\tb\n路灯\t1\t2\n路灯\t1\t2")).hasMessageContaining("line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> TopicTable.parse("piece\ta\tb\n三个字\t1\t2")).hasMessageContaining("line 2").hasMessageContaining("'三个字'");
    }

    @Test
    void lead_ofTheLongestMessagesIsLinear() {
        assertThat(TABLE.lead("路灯".repeat(60_000)).isKnown()).isTrue();
    }
}
