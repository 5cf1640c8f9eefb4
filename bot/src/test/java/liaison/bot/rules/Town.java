package liaison.bot.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.Directory;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** A made-up town that conversations take place in. */
final class Town {
    private static final List<Entry> ENTRIES = List.of(
            place("D", "", "county", "云梧区"),
            place("D1", "D", "street", "临川街道"),
            place("D2", "D", "street", "望溪街道"),
            place("D11", "D1", "community", "柳荫社区居委会"),
            place("D12", "D1", "village", "石桥村委会"),
            place("D21", "D2", "community", "荷塘社区居委会"),
            new Place("D111", "D11", "estate", "锦绣苑", List.of("锦绣苑小区")),
            new Place("D112", "D11", "estate", "梧桐里", List.of("梧桐里小区")),
            new Place("D211", "D21", "estate", "梧桐里", List.of("梧桐里小区")),
            new Place("D212", "D21", "estate", "听雨轩", List.of(), 30.1, 118.1),
            place("D113", "D11", "road", "柳荫路"),
            place("D121", "D12", "landmark", "石桥大桥"),
            new Station("S1", "", "临川联络站", "柳荫路1号", "0000-1111111", List.of("D1", "D12")),
            new Station("S2", "", "望溪联络站", "荷塘路2号", "0000-2222222", List.of("D2", "D12")),
            new ElectoralUnit("E1", "第一选区", Level.COUNTY, List.of("D1")),
            deputy("P1", "林一", Level.COUNTY, "S1", List.of("城乡建设")),
            deputy("P2", "苏二", Level.TOWN, "S1", List.of()),
            deputy("P3", "周三", Level.COUNTY, "S1", List.of("环境保护", "城乡建设")),
            new Deputy("P4", "吴四", Level.CITY, List.of("S2"), "E1", List.of(), List.of(), LocalDate.MIN, LocalDate.MAX),
            new HandlingUnit("U1", "住建局", List.of("城乡建设"), List.of()),
            new HandlingUnit("U2", "环保局", List.of("环境保护"), List.of()),
            new Staff("C1", "郑文", Staff.Role.CLERK, List.of("S1"), List.of(Address.parse("wechat:demo:clerk"))),
            new Staff("H1", "王主任", Staff.Role.HEAD, List.of("S1"), List.of()),
            new Staff("C2", "钱站务", Staff.Role.CLERK, List.of("S2"), List.of()),
            new Reception("S1", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 0), 2),
            new Reception("S2", "每月10日", LocalTime.of(14, 0), LocalTime.of(16, 0), 1));

    private Town() {
    }

    static Directory directory() {
        return new MemoryDirectory(ENTRIES);
    }

    /** The same with all its deputies away. */
    static Directory withoutDeputies() {
        return new MemoryDirectory(ENTRIES.stream().filter(entry -> !(entry instanceof Deputy)).toList());
    }

    private static Place place(String code, String parent, String kind, String name) {
        return new Place(code, parent, kind, name, List.of());
    }

    private static Deputy deputy(String code, String name, Level level, String station, List<String> topics) {
        var addresses = code.equals("P1") ? List.of(Address.parse("wechat:demo:deputy")) : List.<Address>of();
        return new Deputy(code, name, level, List.of(station), "E1", topics, addresses, LocalDate.MAX, LocalDate.MAX);
    }
}
