package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import liaison.bot.memory.PlainSeals;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

final class JdbcExportsIT {
    @Test
    void export_directoryHasEveryRowOfEveryKind() {
        try (var database = TestStores.migrated()) {
            var source = database.dataSource();
            new DirectoryImport(source).run(Entries.of(new DeputyHome("H", "家", ""), new Place("B", "A", "street", "乙", List.of("乙街", "二")),
                    new Place("A", "", "county", "甲", List.of()), new Station("S", "H", "站", "路", "电话", List.of("A")),
                    new ElectoralUnit("E", "选区", Level.TOWN, List.of()),
                    new Deputy("P", "代表", Level.CITY, List.of("S"), "E", List.of(), List.of(), LocalDate.MAX, LocalDate.MAX),
                    new HandlingUnit("U", "局", List.of(), List.of()), new Staff("C", "员", Staff.Role.CLERK, List.of("S"), List.of()),
                    new Reception("S", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 30), 6)), (step, done, of) -> {
                    });
            var rows = new ArrayList<String>();
            new JdbcExports(source, new JdbcTransactionManager(source), new PlainSeals()).export("directory", false,
                    row -> rows.add(String.join(" ", row.values().stream().map(value -> value == null ? "-" : value.toString()).toList())));
            // kind, code, name, role, stations, level, parent, aliases
            assertThat(rows).containsExactlyInAnyOrder("home H 家 - - - - -", "place A 甲 county - - - -", "place B 乙 street - - A 乙街|二",
                    "station S 站 - - - H -", "electoral_unit E 选区 - - town - -", "deputy P 代表 - S city E -", "unit U 局 - - - - -",
                    "staff C 员 clerk S - - -", "reception - 每周二 09:00-11:30 - S - - -");
        }
    }
}
