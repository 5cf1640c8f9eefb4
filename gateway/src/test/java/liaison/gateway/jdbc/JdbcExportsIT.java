package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Stored;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
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
import org.springframework.jdbc.core.JdbcTemplate;
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

    @Test
    void export_topicsAreThoseThatAClerkCorrected() {
        try (var database = TestStores.migrated()) {
            var source = database.dataSource();
            var seals = new PlainSeals();
            byte[] key = seals.newKey();
            var ann = Address.parse("wechat:demo:ann");
            var jdbc = new JdbcTemplate(source);
            jdbc.update("insert into resident_key (address, wrapped) values (?, ?)", ann.toString(), key);
            for (String number : List.of("LZ20261123-0001", "LZ20261123-0002")) {
                jdbc.update("""
                        insert into request (address, number, station, deputy, unit, topic, place, status, holder, filed_at, due, provisional,
                            version, personal)
                        values (?, ?, 'S', '', '', '环境保护', '', 'filed', '', now(), now(), false, 2, ?)""", ann.toString(), number,
                        seals.seal(key, Personal.request(ann, number), Stored.pack(Map.of("text", "水沟发臭"))));
            }
            jdbc.update("""
                    insert into request_event (address, number, n, kind, actor, status, at, reason, personal)
                    values (?, 'LZ20261123-0002', 2, 'retopic', 'staff:C1', 'filed', now(), '环境保护/U2', '')""", ann.toString());
            var rows = new ArrayList<String>();
            var exports = new JdbcExports(source, new JdbcTransactionManager(source), seals);
            exports.export("topics", true, row -> rows.add(row.toString()));
            exports.export("topics", false, row -> rows.add(row.toString()));
            var events = new ArrayList<String>();
            exports.export("events", false,
                    row -> events.add(row.get("number") + " " + row.get("n") + " " + row.get("kind") + " " + row.get("actor")));
            assertThat(events).containsExactly("LZ20261123-0001 1 filed wechat:demo:ann", "LZ20261123-0002 1 filed wechat:demo:ann",
                    "LZ20261123-0002 2 retopic staff:C1");
            assertThat(rows).containsExactly("{id=LZ20261123-0002, label=环境保护, group=LZ20261123-0002, topic=, text=水沟发臭}",
                    "{id=LZ20261123-0002, label=环境保护, group=LZ20261123-0002, topic=}");
        }
    }
}
