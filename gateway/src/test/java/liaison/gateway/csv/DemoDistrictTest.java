package liaison.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.Directory;
import liaison.bot.people.Entry;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import org.junit.jupiter.api.Test;

/** The district that a demo begins with has what people come across. */
final class DemoDistrictTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Taken DEMO = new Taken(CsvDirectory.demo());

    private final Directory directory = MemoryDirectory.from(CsvDirectory.demo());

    private static <T extends Entry> List<T> all(Class<T> kind) {
        return DEMO.entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void demo_hasNoFaultsAndEveryReferenceIsThere() {
        assertThat(DEMO.faults).isEmpty();
        var places = new HashSet<>(all(Place.class).stream().map(Place::code).toList());
        assertThat(places).hasSameSizeAs(all(Place.class));
        assertThat(all(Place.class)).allMatch(place -> place.parent().isEmpty() || places.contains(place.parent()));
        assertThat(all(Station.class))
                .allMatch(station -> places.containsAll(station.areas()) && directory.home(station.home()).isPresent());
        assertThat(all(HandlingUnit.class)).allMatch(unit -> places.containsAll(unit.areas()));
        assertThat(all(Deputy.class)).allMatch(deputy -> directory.electoralUnit(deputy.electoralUnit()).isPresent());
        assertThat(all(Reception.class)).allMatch(reception -> directory.station(reception.station()).isPresent());
    }

    @Test
    void demo_isOneHomeWithFourMannedStations() {
        assertThat(all(DeputyHome.class)).hasSize(1);
        assertThat(all(Place.class)).hasSizeBetween(180, 220);
        assertThat(directory.stations(10)).hasSize(4).allSatisfy(station -> {
            assertThat(directory.staffOf(station.code())).extracting(Staff::role).containsExactlyInAnyOrder(Staff.Role.CLERK,
                    Staff.Role.HEAD);
            assertThat(directory.deputiesOf(station.code())).hasSize(4);
            assertThat(Set.copyOf(directory.deputiesOf(station.code()).stream().map(Deputy::level).toList())).hasSizeGreaterThan(2);
            assertThat(directory.receptionsOf(station.code())).hasSize(1);
        });
    }

    @Test
    void demo_everyTopicHasAUnitAtEveryPlace() {
        var topics = List.of("城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生", "其他");
        assertThat(all(HandlingUnit.class)).hasSize(8);
        assertThat(topics).allSatisfy(topic -> assertThat(directory.unitsFor(topic, "LX101E01")).hasSize(1));
    }

    @Test
    void demo_hasWhatMustBeAskedAbout() {
        assertThat(directory.mentions("梧桐苑的路灯不亮")).hasSize(2);
        assertThat(directory.mentions("和悦家园6号楼楼下的路灯坏了快半个月了")).hasSize(1);
        assertThat(directory.stationsOf("LX102E01")).extracting(Station::code).containsExactly("S1", "S2");
        assertThat(directory.deputiesOf("S4")).noneMatch(deputy -> deputy.isAvailableOn(TODAY));
        assertThat(directory.deputiesOf("S1")).allMatch(deputy -> deputy.isAvailableOn(TODAY));
    }

    @Test
    void demo_everyPlaceOfTheDistrictHasAStation() {
        assertThat(all(Place.class).stream().filter(place -> place.code().length() > 2))
                .allMatch(place -> !directory.stationsOf(place.code()).isEmpty());
    }
}
