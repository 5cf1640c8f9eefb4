package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.Directory;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import org.junit.jupiter.api.Test;

/** What every directory does; the made-up district has two stations, and places that share names. */
public abstract class DirectoryContract {
    private static final LocalDate NEVER = LocalDate.MAX;

    protected static final DeputyHome HOME = new DeputyHome("H1", "临川街道代表之家", "");
    protected static final Place DISTRICT = new Place("D", "", "county", "云梧区", List.of());
    protected static final Place STREET = new Place("D1", "D", "street", "临川街道", List.of(), 31.2304, 121.473701);
    protected static final Place OTHER_STREET = new Place("D2", "D", "street", "望溪街道办事处", List.of("望溪"));
    protected static final Place COMMUNITY = new Place("D11", "D1", "community", "柳荫社区居委会", List.of());
    protected static final Place VILLAGE = new Place("D12", "D1", "village", "石桥村民委员会", List.of());
    protected static final Place ESTATE = new Place("D111", "D11", "estate", "锦绣苑", List.of("锦绣苑小区", "JXY苑"));
    protected static final Place TWIN = new Place("D211", "D2", "estate", "锦绣苑", List.of());
    protected static final Place ROAD = new Place("D13", "D1", "road", "柳荫路", List.of());
    protected static final Place NOWHERE = new Place("X", "", "county", "无站县", List.of());
    protected static final Station NEAR = new Station("S1", "H1", "柳荫联络站", "柳荫路 1 号", "0000-1111", List.of("D11"));
    protected static final Station WIDE = new Station("S2", "H1", "临川联络站", "", "", List.of("D1", "D2"));
    protected static final Station WIDE_TOO = new Station("S3", "", "望溪联络站", "", "", List.of("D2"));
    protected static final ElectoralUnit UNIT = new ElectoralUnit("E1", "第一选区", Level.COUNTY, List.of("D1"));
    protected static final Deputy TOWN = new Deputy("P2", "甲代表", Level.TOWN, List.of("S1", "S2"), "E1", List.of("民政", "政法"),
            List.of(Address.parse("wechat:demo:o-1"), Address.parse("chat:web:h-1")), LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 2, 5));
    protected static final Deputy COUNTY = new Deputy("P1", "乙代表", Level.COUNTY, List.of("S1"), "", List.of(), List.of(), NEVER,
            NEVER);
    protected static final Staff CLERK = new Staff("C1", "丙站务", Staff.Role.CLERK, List.of("S1"),
            List.of(Address.parse("wechat:demo:o-2")));
    protected static final Staff HEAD = new Staff("C0", "丁站长", Staff.Role.HEAD, List.of("S1", "S2"), List.of());
    protected static final HandlingUnit EVERYWHERE = new HandlingUnit("U1", "区民政局", List.of("民政"), List.of());
    protected static final HandlingUnit AT_STREET = new HandlingUnit("U2", "临川街道办", List.of("民政", "城乡建设"), List.of("D1"));
    protected static final HandlingUnit AT_COMMUNITY = new HandlingUnit("U3", "柳荫物业科", List.of("民政"), List.of("X", "D11"));
    protected static final Reception TUESDAYS = new Reception("S1", "每周二", LocalTime.of(9, 0), LocalTime.of(11, 30), 6);
    protected static final Reception TENTHS = new Reception("S1", "每月10日", LocalTime.of(14, 0), LocalTime.of(16, 0), 4);

    protected static final List<Entry> ENTRIES = List.of(HOME, DISTRICT, STREET, OTHER_STREET, COMMUNITY, VILLAGE, ESTATE, TWIN,
            ROAD, NOWHERE, NEAR, WIDE, WIDE_TOO, UNIT, TOWN, COUNTY, CLERK, HEAD, EVERYWHERE, AT_STREET, AT_COMMUNITY, TUESDAYS,
            TENTHS);

    protected abstract Directory directory(List<Entry> entries);

    private Directory directory() {
        return directory(ENTRIES);
    }

    private List<String> mentioned(String text) {
        return directory().mentions(text).stream()
                .map(mention -> text.substring(mention.start(), mention.end()) + "=" + mention.place().code()).toList();
    }

    @Test
    void nearest_isWithinTheMetresAndOfTheKinds() {
        var directory = directory();
        assertThat(directory.nearest(31.2308, 121.4737, 100, Set.of("street"))).contains(STREET);
        assertThat(directory.nearest(31.2308, 121.4737, 100, Set.of("estate"))).isEmpty();
        assertThat(directory.nearest(31.2308, 121.4737, 30, Set.of("street"))).isEmpty();
        assertThat(directory.nearest(Double.NaN, 121.4737, 100, Set.of("street"))).isEmpty();
    }

    @Test
    void nearly_namesOfWhichOneLetterIsAnother() {
        assertThat(directory().nearly("我在锦绣园三号楼").stream().map(mention -> mention.place().code() + mention.start()))
                .containsExactly("D1112", "D2112");
        assertThat(directory().nearly("铁绣苑")).isEmpty();
        assertThat(directory().nearly("石板村民委员会").stream().map(mention -> mention.place().code())).containsExactly("D12");
        assertThat(directory().nearly("锦绣园".repeat(20))).isEmpty();
    }

    @Test
    void nearly_namesThatSoundAsWhatIsWritten() {
        assertThat(directory().nearly("金秀院门口").stream().map(mention -> mention.place().code() + mention.end()))
                .containsExactly("D1113", "D2113");
        assertThat(directory().nearly("精修员")).hasSize(2);
        assertThat(directory().nearly("金牛苑")).isEmpty();
    }

    @Test
    void lookups_giveWhatWasPutIn() {
        var directory = directory();
        assertThat(directory.home("H1")).contains(HOME);
        assertThat(directory.place("D1")).contains(STREET);
        assertThat(directory.place("D111")).contains(ESTATE);
        assertThat(directory.station("S1")).contains(NEAR);
        assertThat(directory.electoralUnit("E1")).contains(UNIT);
        assertThat(directory.deputy("P2")).contains(TOWN);
        assertThat(directory.deputy("P1")).contains(COUNTY);
        assertThat(directory.staff("C0")).contains(HEAD);
    }

    @Test
    void lookups_ofUnknownCodesAreEmpty() {
        var directory = directory();
        assertThat(directory.home("none")).isEmpty();
        assertThat(directory.place("none")).isEmpty();
        assertThat(directory.station("none")).isEmpty();
        assertThat(directory.electoralUnit("none")).isEmpty();
        assertThat(directory.deputy("none")).isEmpty();
        assertThat(directory.staff("none")).isEmpty();
        assertThat(directory.stationsOf("none")).isEmpty();
        assertThat(directory.deputiesOf("none")).isEmpty();
        assertThat(directory.staffOf("none")).isEmpty();
        assertThat(directory.receptionsOf("none")).isEmpty();
    }

    @Test
    void directory_ofNothingAnswersNothing() {
        var directory = directory(List.of());
        assertThat(directory.mentions("锦绣苑")).isEmpty();
        assertThat(directory.stations(5)).isEmpty();
        assertThat(directory.stationsOf("D1")).isEmpty();
        assertThat(directory.unitsFor("民政", "D1")).isEmpty();
        assertThat(directory.personAt(Address.parse("wechat:demo:o-1"))).isEmpty();
    }

    @Test
    void mentions_sharedNameGivesEveryPlace() {
        assertThat(mentioned("住在锦绣苑，灯坏了")).containsExactly("锦绣苑=D111", "锦绣苑=D211");
    }

    @Test
    void mentions_nameInsideLongerOneIsLeftOut() {
        assertThat(mentioned("锦绣苑小区门口")).containsExactly("锦绣苑小区=D111");
    }

    @Test
    void mentions_longestComeFirst() {
        assertThat(mentioned("柳荫路上，云梧区临川街道")).containsExactly("临川街道=D1", "柳荫路=D13", "云梧区=D");
    }

    @Test
    void mentions_officialNamesAreKnownByWhatResidentsSay() {
        assertThat(mentioned("柳荫社区")).containsExactly("柳荫社区=D11");
        assertThat(mentioned("柳荫社区居委会")).containsExactly("柳荫社区居委会=D11");
        assertThat(mentioned("石桥村")).containsExactly("石桥村=D12");
        assertThat(mentioned("望溪街道")).containsExactly("望溪街道=D2");
        assertThat(mentioned("临川办")).containsExactly("临川办=D1");
        assertThat(mentioned("望溪")).containsExactly("望溪=D2");
    }

    @Test
    void mentions_widthAndCaseOfLettersDoNotMatter() {
        assertThat(mentioned("在jｘY苑")).containsExactly("jｘY苑=D111");
    }

    @Test
    void stationsOf_nearestAreaDecides() {
        var directory = directory();
        assertThat(directory.stationsOf("D111")).containsExactly(NEAR);
        assertThat(directory.stationsOf("D12")).containsExactly(WIDE);
        assertThat(directory.stationsOf("D211")).containsExactly(WIDE, WIDE_TOO);
        assertThat(directory.stationsOf("X")).isEmpty();
    }

    @Test
    void stations_comeByCodeUpToTheLimit() {
        assertThat(directory().stations(2)).containsExactly(NEAR, WIDE);
    }

    @Test
    void people_ofAStationComeByCode() {
        var directory = directory();
        assertThat(directory.deputiesOf("S1")).containsExactly(COUNTY, TOWN);
        assertThat(directory.deputiesOf("S2")).containsExactly(TOWN);
        assertThat(directory.staffOf("S1")).containsExactly(HEAD, CLERK);
    }

    @Test
    void unitsFor_nearestAreaComesFirstAndEverywhereLast() {
        var directory = directory();
        assertThat(directory.unitsFor("民政", "D111")).containsExactly(AT_COMMUNITY, AT_STREET, EVERYWHERE);
        assertThat(directory.unitsFor("城乡建设", "D111")).containsExactly(AT_STREET);
        assertThat(directory.unitsFor("民政", "D2")).containsExactly(EVERYWHERE);
        assertThat(directory.unitsFor("民政", "")).containsExactly(EVERYWHERE);
        assertThat(directory.unitsFor("政法", "D111")).isEmpty();
    }

    @Test
    void receptionsOf_givesAllOfAStation() {
        assertThat(directory().receptionsOf("S1")).containsExactlyInAnyOrder(TUESDAYS, TENTHS);
    }

    @Test
    void personAt_knowsTheAddressesOfTheDirectory() {
        var directory = directory();
        assertThat(directory.personAt(Address.parse("chat:web:h-1"))).contains(Person.parse("deputy:P2"));
        assertThat(directory.personAt(Address.parse("wechat:demo:o-2"))).contains(Person.parse("staff:C1"));
        assertThat(directory.personAt(Address.parse("wechat:other:o-2"))).isEmpty();
    }
}
