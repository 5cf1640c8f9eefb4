package liaison.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.Fault;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvDirectoryTest {
    @TempDir Path folder;

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Taken taken() {
        return new Taken(CsvDirectory.in(folder));
    }

    @Test
    void read_everyKindOfRow() throws IOException {
        file("homes.csv", "code,name,parent", "H1,甲街道代表之家,");
        file("places.csv", "code,parent,kind,name,aliases,lat,lon", "D1,D,street,甲街道,甲街|甲街办,31.5,121.25", "D,,county,乙区,,,");
        file("stations.csv", "code,home,name,address,phone,areas", "S1,H1,甲站,\"路 1 号, 东门\",0000-1,D1|D");
        file("electoral_units.csv", "code,name,level,areas", "E1,第一选区,county,D1");
        file("deputies.csv", "code,name,level,stations,electoral_unit,topics,addresses,absent_from,absent_to",
                "P1,丙,nation,S1,E1,民政,wechat:demo:o-1,2026-01-05,2026/2/5", "P2,丁,town,,,,,,");
        file("units.csv", "code,name,topics,areas", "U1,民政局,民政|政法,");
        file("staff.csv", "code,name,role,stations,addresses", "C1,戊,clerk,S1,");
        file("reception.csv", "station,pattern,from,to,capacity", "S1,每周二,9:00,11:30,6");

        var taken = taken();

        assertThat(taken.faults).isEmpty();
        assertThat(taken.whole).isTrue();
        assertThat(taken.lines).isEqualTo(taken.of);
        assertThat(taken.entries).containsExactly(new DeputyHome("H1", "甲街道代表之家", ""),
                new Place("D1", "D", "street", "甲街道", List.of("甲街", "甲街办"), 31.5, 121.25),
                new Place("D", "", "county", "乙区", List.of()),
                new Station("S1", "H1", "甲站", "路 1 号, 东门", "0000-1", List.of("D1", "D")),
                new ElectoralUnit("E1", "第一选区", Level.COUNTY, List.of("D1")),
                new Deputy("P1", "丙", Level.NATION, List.of("S1"), "E1", List.of("民政"), List.of(Address.parse("wechat:demo:o-1")),
                        LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 5)),
                new Deputy("P2", "丁", Level.TOWN, List.of(), "", List.of(), List.of(), LocalDate.MAX, LocalDate.MAX),
                new HandlingUnit("U1", "民政局", List.of("民政", "政法"), List.of()),
                new Staff("C1", "戊", Staff.Role.CLERK, List.of("S1"), List.of()),
                new Reception("S1", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 30), 6));
    }

    @Test
    void read_columnsInAnyOrderSomeMissingBomAndWindowsLines() throws IOException {
        Files.writeString(folder.resolve("homes.csv"), "\uFEFFname,code\r\n甲, H1 \r\n,\r\n\r\n\"乙\"\"\",H2");
        var taken = taken();
        assertThat(taken.faults).isEmpty();
        assertThat(taken.entries).containsExactly(new DeputyHome("H1", "甲", ""), new DeputyHome("H2", "乙\"", ""));
    }

    @Test
    void read_otherEncodingsAreNamedAndNothingOfTheFileIsTaken() throws IOException {
        file("homes.csv", "code,name,parent", "H1,甲,");
        Files.write(folder.resolve("stations.csv"), "code,name\nS1,ascii\nS2,联络站\n".getBytes(Charset.forName("GBK")));
        Files.write(folder.resolve("places.csv"), "\uFEFFcode,name\n".getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("staff.csv"), new byte[]{'P', 'K', 3, 4, 0, 0});
        var taken = taken();
        assertThat(taken.whole).isFalse();
        assertThat(taken.entries).hasSize(1);
        assertThat(taken.words()).containsExactly("places.csv:1: is UTF-16; save it as “CSV UTF-8”",
                "stations.csv:3: is not UTF-8, perhaps GBK; save it as “CSV UTF-8”",
                "staff.csv:1: is a workbook or an archive, not CSV; save it as “CSV UTF-8”");
    }

    @Test
    void read_codesThatBecameNumbersAreNamed() throws IOException {
        file("places.csv", "code,parent,kind,name", "1.10101E+11,110101.0,street,甲街道", "110101,11,county,乙区");
        file("stations.csv", "code,name,phone,areas", "S1,甲站,1.38E+10,110101|1.1E+5");
        var taken = taken();
        assertThat(taken.words()).hasSize(4)
                .allMatch(fault -> fault.matches("(places|stations).csv:2: (code|parent|phone|areas): a spreadsheet has turned .*"));
        assertThat(taken.entries).first().isEqualTo(new Place("110101000000", "110101", "street", "甲街道", List.of()));
    }

    @Test
    void read_codesThatASpreadsheetDressedUpAreNamed() throws IOException {
        file("places.csv", "code,parent,kind,name", "\"110,101,001\",,street,甲", "2026/1/2,,street,乙", "'110101,,street,丙",
                "\"=\"\"110102\"\"\",,street,丁");
        assertThat(taken().words()).hasSize(4).allMatch(fault -> fault.matches("places.csv:[2-5]: code: a spreadsheet has written .*"));
    }

    @Test
    void read_codesThatBecameDatesAreNamed() throws IOException {
        file("places.csv", "code,parent,kind,name", "12月3日,,street,甲", "2026年12月3日,,street,乙", "3-Dec,,street,丙", "Dec-03,,street,丁",
                "12月,,street,戊");
        assertThat(taken().words()).hasSize(5).allMatch(fault -> fault.matches("places.csv:[2-6]: code: a spreadsheet has written .*"));
    }

    @Test
    void read_aClerkWithoutAStationIsNamed() throws IOException {
        file("staff.csv", "code,name,role,stations", "C1,甲,clerk,", "H1,乙,head,", "C2,丙,clerk,S1");
        assertThat(taken().words()).singleElement().asString().startsWith("staff.csv:2: stations: is empty");
    }

    @Test
    void read_aTopicThatNobodyTellsApartIsNamed() throws IOException {
        file("deputies.csv", "code,name,level,topics", "P1,甲,town,城乡建设|不存在的主题", "P2,乙,town,", "P3,丙,town,其他");
        file("units.csv", "code,name,topics", "U1,局,没有的");
        assertThat(new Taken(CsvDirectory.in(folder, List.of("城乡建设", "其他"))).words()).containsExactly(
                "deputies.csv:2: topics: “不存在的主题” is none of 城乡建设, 其他", "units.csv:2: topics: “没有的” is none of 城乡建设, 其他");
        assertThat(taken().words()).isEmpty();
    }

    @Test
    void read_everyBadCellIsNamedByFileLineAndColumn() throws IOException {
        file("places.csv", "code,kind,name,lat,lon", "D1,planet,,91,", "D 2,road,丙路,,", ",road,丁路,,");
        file("deputies.csv", "code,name,level,addresses,absent_from,absent_to", "P1,甲,king,nobody,2026-02-30,2026-01-01",
                "P2,乙,town,,,2026-01-01");
        file("staff.csv", "code,name,role", "C1,丙,boss");
        file("reception.csv", "station,pattern,from,to,capacity", "S1,偶尔,25:00,9:00,0", "S1,每周二,9:00,8:00,1", ",每周二,9:00,10:00,1");
        assertThat(taken().faults.stream().map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column())).containsExactly(
                "places.csv:2:lat", "places.csv:2:lat", "places.csv:2:kind", "places.csv:2:name", "places.csv:3:code", "places.csv:4:code",
                "deputies.csv:2:absent_from", "deputies.csv:2:absent_to", "deputies.csv:2:level", "deputies.csv:2:addresses",
                "deputies.csv:3:absent_to", "staff.csv:2:role",
                "reception.csv:2:pattern", "reception.csv:2:from", "reception.csv:2:capacity", "reception.csv:3:to",
                "reception.csv:4:station");
    }

    @Test
    void read_headersThatAreNotOurs() throws IOException {
        file("homes.csv", "code;name;parent", "H1;甲;");
        file("places.csv", "name,kind", "甲,road");
        file("stations.csv", "code,name,name", "S1,甲,乙");
        Files.writeString(folder.resolve("staff.csv"), "");
        file("deputy.csv", "code");
        var taken = taken();
        assertThat(taken.whole).isFalse();
        assertThat(taken.entries).isEmpty();
        assertThat(taken.words()).hasSize(5).allMatch(fault -> fault.contains(".csv:1: "));
    }

    @Test
    void read_brokenQuotesAndCellCounts() throws IOException {
        file("homes.csv", "code,name,parent", "H1,甲", "H2,乙,,", "H3,丙,");
        file("units.csv", "code,name,topics", "U1,\"甲,民政", "U2,乙,民政");
        file("staff.csv", "code,name,role", "C1,\"甲\"乙,clerk", "C2,丙,clerk");
        var taken = taken();
        assertThat(taken.words()).hasSize(4);
        assertThat(taken.faults.stream().map(fault -> fault.file() + ":" + fault.line()))
                .containsExactly("homes.csv:2", "homes.csv:3", "units.csv:2", "staff.csv:2");
        assertThat(taken.whole).isFalse();
    }

    @Test
    void read_folderWithoutFiles() {
        var taken = taken();
        assertThat(taken.whole).isFalse();
        assertThat(taken.words()).hasSize(1).first().asString().contains("holds none of homes.csv");
    }

    @Test
    void read_entriesCarryTheirLines() throws IOException {
        file("homes.csv", "code,name", "H1,甲", "", "H2,乙");
        var lines = new ArrayList<String>();
        CsvDirectory.in(folder).read(new DirectorySource.Intake() {
            @Override
            public void entry(String file, long line, Entry entry) {
                lines.add(file + ":" + line);
            }

            @Override
            public void fault(Fault fault) {
                lines.add(fault.toString());
            }

            @Override
            public void progress(long done, long of) {
                assertThat(done).isLessThanOrEqualTo(of);
            }
        });
        assertThat(lines).containsExactly("homes.csv:2", "homes.csv:4");
    }
}
