package liaison.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.Test;

class PlaceTreeTest {
    private static Place place(String code, String parent, String kind, String name, String... aliases) {
        return new Place(code, parent, kind, name, List.of(aliases));
    }

    private static List<String> mentioned(String text, Place... places) {
        return PlaceTree.of(List.of(places)).mentions(text).stream()
                .map(mention -> text.substring(mention.start(), mention.end()) + "=" + mention.place().code()).toList();
    }

    @Test
    void mentions_namesThatOverlapAreBothGiven() {
        assertThat(mentioned("湖南路社区", place("A", "", "road", "湖南路"), place("B", "", "community", "南路社区")))
                .containsExactly("南路社区=B", "湖南路=A");
    }

    @Test
    void mentions_weakFormYieldsToAPlaceOfThatName() {
        var street = place("A", "", "street", "向阳街道");
        assertThat(mentioned("向阳街", street)).containsExactly("向阳街=A");
        assertThat(mentioned("向阳街", street, place("B", "", "road", "向阳街"))).containsExactly("向阳街=B");
    }

    @Test
    void mentions_weakFormOfAShortNameIsNone() {
        assertThat(mentioned("东办", place("A", "", "street", "东街道"))).isEmpty();
    }

    @Test
    void mentions_villagesOfAllSpellings() {
        assertThat(mentioned("管庄村", place("A", "", "village", "管庄村村委会"))).containsExactly("管庄村=A");
        assertThat(mentioned("管庄村", place("A", "", "village", "管庄村民委员会"))).containsExactly("管庄村=A");
        assertThat(mentioned("新村", place("A", "", "village", "新村村民委员会"))).containsExactly("新村=A");
        assertThat(mentioned("团结社区", place("A", "", "community", "团结居委会"))).containsExactly("团结社区=A");
        assertThat(mentioned("南苑社区", place("A", "", "community", "南苑社区居民委员会"))).containsExactly("南苑社区=A");
    }

    @Test
    void mentions_committeesStandForTheirCommunities() {
        assertThat(mentioned("柳荫居委会", place("A", "", "community", "柳荫社区居委会"))).containsExactly("柳荫居委会=A");
        assertThat(mentioned("管庄村委会", place("A", "", "village", "管庄村村委会"))).containsExactly("管庄村委会=A");
        assertThat(mentioned("柳荫村", place("A", "", "community", "柳荫社区居委会"))).containsExactly("柳荫村=A");
    }

    @Test
    void mentions_peoplesAreLeftOutOfATownsName() {
        assertThat(mentioned("竹溪乡", place("A", "", "street", "竹溪苗族土家族乡"))).containsExactly("竹溪乡=A");
        assertThat(mentioned("竹溪县", place("A", "", "county", "竹溪瑶族自治县"))).containsExactly("竹溪县=A");
    }

    @Test
    void mentions_aliasEqualToAShortFormIsGivenOnce() {
        assertThat(mentioned("团结社区", place("A", "", "community", "团结居委会", "团结社区"))).containsExactly("团结社区=A");
    }

    @Test
    void mentions_oneLetterIsNoName() {
        assertThat(mentioned("山", place("A", "", "landmark", "山"))).isEmpty();
    }

    @Test
    void mentions_charactersBeyondTheBasicPlane() {
        assertThat(mentioned("在𠮷祥里旁", place("A", "", "estate", "𠮷祥里"))).containsExactly("𠮷祥里=A");
    }

    @Test
    void mentions_hostileTextIsReadInLinearTime() {
        var places = new ArrayList<Place>();
        for (int i = 0; i < 5_000; i++) {
            places.add(place("P%05d".formatted(i), "", "village", i % 2 == 0 ? "和平村" : "和".repeat(2 + i % 60)));
        }
        var tree = PlaceTree.of(places);
        assertThat(Effort.of(() -> {
            assertThat(tree.mentions("和平村".repeat(2_000))).hasSizeLessThanOrEqualTo(2_000);
            assertThat(tree.mentions("和".repeat(5_000))).isNotEmpty();
        })).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void path_leadsOutwards() {
        var tree = PlaceTree.of(List.of(place("C", "B", "estate", "里"), place("B", "A", "street", "中"), place("A", "", "county", "外")));
        assertThat(tree.path("C")).containsExactly("C", "B", "A");
        assertThat(tree.path("none")).isEmpty();
    }

    @Test
    void path_endsEvenInACycle() {
        var tree = PlaceTree.of(List.of(place("A", "B", "county", "甲"), place("B", "A", "county", "乙")));
        assertThat(tree.path("A")).hasSize(Place.MAX_DEPTH);
    }

    @Test
    void build_refusesUnsortedPlaces() {
        var builder = new PlaceTree.Builder();
        builder.add(place("B", "", "county", "乙"));
        assertThatThrownBy(() -> builder.add(place("A", "", "county", "甲"))).isInstanceOf(IllegalArgumentException.class);
    }
}
