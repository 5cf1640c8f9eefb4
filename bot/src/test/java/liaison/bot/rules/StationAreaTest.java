package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import liaison.bot.dialog.Scopes;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Station;
import org.junit.jupiter.api.Test;

final class StationAreaTest {
    private final Stage stage = new Stage(BookReader.read(RuleFiles.shipped(), Stage.TIMES), Scopes.NONE, new MemoryDirectory(List.of(
            new Place("D", "", "county", "云梧区", List.of()), new Place("D1", "D", "street", "临川街道", List.of()),
            new Place("D2", "D", "street", "望溪街道", List.of()),
            new Station("S1", "", "临川片区人大代表联络站", "柳荫路1号", "0000-1111111", List.of("D1")),
            new Station("S2", "", "望溪街道人大代表联络站", "荷塘路2号", "0000-2222222", List.of("D2")),
            new Reception("S1", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 0), 2))));

    @Test
    void aStationIsKnownByItsArea() {
        assertThat(stage.says("resident", "约12月1日的接待日 临川片区").text()).contains("谈什么事");
        assertThat(stage.says("resident", "电梯").text()).contains("临川片区人大代表联络站");
    }

    @Test
    void wordsThatAllNamesShareAreNoArea() {
        assertThat(stage.says("resident", "约12月1日的接待日，人大代表联络站").text()).contains("您住在哪个小区或村");
    }
}
