package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.Fault;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import liaison.gateway.jdbc.DirectoryImport.Outcome;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

final class DirectoryImportIT {
    private final TestStores.Database database = TestStores.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final DirectoryImport imports = new DirectoryImport(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    private Outcome take(DirectorySource source) {
        return imports.run(source, (step, done, of) -> {
        });
    }

    private List<String> wrong(DirectorySource source) {
        var outcome = take(source);
        assertThat(outcome.stored()).isFalse();
        assertThat(outcome.changed()).isZero();
        return outcome.faults().stream().map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column()).toList();
    }

    private long version() {
        return jdbc.queryForList("select version from directory_version", Long.class).getFirst();
    }

    private static Place place(String code, String parent) {
        return new Place(code, parent, "street", "名" + code, List.of());
    }

    private static Deputy deputy(String code, String station, String... addresses) {
        return new Deputy(code, "代表", Level.TOWN, List.of(station), "", List.of(), List.of(addresses).stream().map(Address::parse).toList(),
                LocalDate.MAX, LocalDate.MAX);
    }

    private static Station station(String code, String... areas) {
        return new Station(code, "", "站", "", "", List.of(areas));
    }

    @Test
    void run_countsWhatCameAndWhatChanged() {
        var entries = Entries.of(place("A", ""), place("B", "A"), station("S", "B"), deputy("P", "S"));
        var first = take(entries);
        assertThat(first.rows()).containsEntry("place", 2L).containsEntry("deputy", 1L);
        assertThat(first.changed()).isEqualTo(4);
        assertThat(take(entries).changed()).isZero();
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void run_replacesByCodeAndKeepsWhatIsNotNamed() {
        take(Entries.of(place("A", ""), place("B", "")));
        assertThat(take(Entries.of(place("B", "A"), place("C", "B"))).changed()).isEqualTo(2);
        assertThat(jdbc.queryForList("select code || '<' || parent from place order by code", String.class)).containsExactly("A<", "B<A",
                "C<B");
    }

    @Test
    void run_receptionDaysOfANamedStationAreReplaced() {
        var tuesday = new Reception("S", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 0), 4);
        var friday = new Reception("S", "每周五", LocalTime.of(9, 0), LocalTime.of(11, 0), 4);
        var other = new Reception("T", "每周五", LocalTime.of(9, 0), LocalTime.of(11, 0), 4);
        take(Entries.of(station("S"), station("T"), tuesday, other));
        take(Entries.of(friday));
        assertThat(jdbc.queryForList("select station || pattern from reception order by 1", String.class)).containsExactly("S每周五", "T每周五");
    }

    @Test
    void run_lettersThatCopyAndArraysTreatSpeciallyComeThrough() {
        var odd = new Place("A\\\"{,}", "", "street", "名\\N\"'", List.of("一\\\"二", "{三,四}", "NULL"), 1.5, -2.25);
        assertThat(take(Entries.of(odd)).faults()).isEmpty();
        try (var directory = new JdbcDirectory(database.dataSource(), Duration.ofHours(1))) {
            assertThat(directory.place(odd.code())).contains(odd);
        }
    }

    @Test
    void run_codesThatAreThereTwiceAreNamed() {
        assertThat(wrong(Entries.of(place("A", ""), place("B", ""), place("A", "B"), place("A", "")))).containsExactly("place.csv:3:code",
                "place.csv:4:code");
        assertThat(jdbc.queryForObject("select count(*) from place", Long.class)).isZero();
        assertThat(version()).isZero();
    }

    @Test
    void run_referencesToNothingAreNamed() {
        take(Entries.of(place("OLD", "")));
        assertThat(wrong(Entries.of(place("A", "OLD"), place("B", "NONE"), station("S", "A", "NONE"), deputy("P", "S"), deputy("Q", "NONE"),
                new Staff("C", "员", Staff.Role.CLERK, List.of("NONE"), List.of()), new DeputyHome("H", "家", "NONE"))))
                .containsExactlyInAnyOrder("home.csv:7:parent", "place.csv:2:parent", "station.csv:3:areas", "deputy.csv:5:stations",
                        "staff.csv:6:stations");
    }

    @Test
    void run_circlesAreNamedAlsoThroughWhatWasThere() {
        take(Entries.of(place("A", ""), place("B", "A"), place("C", "B")));
        assertThat(wrong(Entries.of(place("A", "C"), place("D", "")))).containsExactly("place.csv:1:parent");
        assertThat(wrong(Entries.of(place("E", "E")))).containsExactly("place.csv:1:parent");
        assertThat(wrong(Entries.of(new DeputyHome("H", "家", "I"), new DeputyHome("I", "家", "H")))).hasSize(2);
    }

    @Test
    void run_placesDeeperThanAnyCountryAreNamed() {
        var deep = IntStream.rangeClosed(1, 33).mapToObj(n -> place("D" + n, n == 1 ? "" : "D" + (n - 1))).toList();
        assertThat(wrong(new Entries(deep))).containsExactly("place.csv:33:parent");
        assertThat(take(new Entries(deep.subList(0, 32))).stored()).isTrue();
    }

    @Test
    void run_aCodeOfADeputyAndOneOfTheStaffIsNamed() {
        take(Entries.of(station("S"), deputy("P", "S")));
        assertThat(wrong(Entries.of(new Staff("P", "员", Staff.Role.CLERK, List.of("S"), List.of())))).containsExactly("staff.csv:1:code");
        assertThat(wrong(Entries.of(deputy("Q", "S"), new Staff("Q", "员", Staff.Role.CLERK, List.of("S"), List.of()))))
                .containsExactly("deputy.csv:1:code", "staff.csv:2:code");
    }

    @Test
    void run_anAddressOfTwoPeopleIsNamed() {
        take(Entries.of(station("S"), deputy("P", "S", "wechat:demo:1"), deputy("Q", "S", "wechat:demo:2")));
        assertThat(wrong(Entries.of(deputy("R", "S", "wechat:demo:1"),
                new Staff("C", "员", Staff.Role.CLERK, List.of("S"), List.of(Address.parse("wechat:demo:2"))))))
                .containsExactly("deputy.csv:1:addresses", "staff.csv:2:addresses");
        assertThat(take(Entries.of(deputy("P", "S", "wechat:demo:2"), deputy("Q", "S", "wechat:demo:1"))).stored()).isTrue();
    }

    @Test
    void run_anAddressBoundToSomebodyElseIsNamed() {
        take(Entries.of(station("S"), deputy("P", "S")));
        jdbc.update("insert into binding (address, person, code_hash) values ('wechat:demo:1', 'deputy:P', ''::bytea)");
        assertThat(wrong(Entries.of(new Staff("C", "员", Staff.Role.CLERK, List.of("S"), List.of(Address.parse("wechat:demo:1"))))))
                .containsExactly("staff.csv:1:addresses");
        assertThat(take(Entries.of(deputy("P", "S", "wechat:demo:1"))).stored()).isTrue();
    }

    @Test
    void run_aPlaceWithinASmallerOneIsNamed() {
        take(Entries.of(new Place("E", "", "estate", "苑", List.of())));
        assertThat(wrong(Entries.of(new Place("P", "E", "province", "省", List.of()), new Place("B", "E", "building", "一号楼", List.of()),
                new Place("R", "E", "road", "路", List.of())))).containsExactly("place.csv:1:parent");
    }

    @Test
    void run_whatTheSourceFoundWrongStoresNothing() {
        DirectorySource source = intake -> {
            intake.entry("place.csv", 2, place("A", "NONE"));
            intake.fault(new Fault("place.csv", 2, "name", "is empty"));
            intake.entry("place.csv", 3, place("B", "NONE"));
            return true;
        };
        assertThat(wrong(source)).containsExactly("place.csv:2:name", "place.csv:3:parent");
        assertThat(wrong(intake -> !source.read(intake))).containsExactly("place.csv:2:name");
    }

    @Test
    void run_ofManyFaultsTheFirstThousandAreToldAndAllAreCounted() {
        var outcome = take(new Entries(IntStream.range(0, 1_500).mapToObj(n -> place("A" + n, "NONE")).toList()));
        assertThat(outcome.faults()).hasSize(1_000);
        assertThat(outcome.faultCount()).isEqualTo(1_500);
    }

    @Test
    void run_aSourceThatBreaksOffStoresNothing() {
        assertThatThrownBy(() -> take(intake -> {
            intake.entry("place.csv", 2, place("A", ""));
            throw new IllegalStateException("unreadable");
        })).hasMessage("unreadable");
        assertThat(take(Entries.of(place("B", ""))).stored()).isTrue();
        assertThat(jdbc.queryForList("select code from place", String.class)).containsExactly("B");
    }

    @Test
    void run_waitsForTheOneThatRuns() throws Exception {
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var running = CompletableFuture.runAsync(() -> take(intake -> {
            intake.entry("place.csv", 1, place("A", ""));
            first.countDown();
            return await(go);
        }));
        first.await();
        var waiting = CompletableFuture.supplyAsync(() -> take(Entries.of(place("B", "A"))));
        assertThat(waiting).isNotDone();
        go.countDown();
        running.join();
        assertThat(waiting.join().faults()).isEmpty();
    }

    @Test
    void run_tellsHowFarItIs() {
        var steps = new ArrayList<String>();
        imports.run(Entries.of(place("A", ""), station("S", "A")), (step, done, of) -> steps.add(step + " " + done + "/" + of));
        assertThat(steps).startsWith("READ 1/2", "READ 2/2").contains("CHECK 2/2").endsWith("STORE 2/2");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
