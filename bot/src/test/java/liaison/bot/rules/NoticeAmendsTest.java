package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Scopes;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.Directory;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.Entry;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What becomes of a whole notice by one thing that its author says when it is read back; what only asks leaves it as it is. */
final class NoticeAmendsTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final Map<String, String> DRAFTS = Map.of(
            "all", "发通知：12月4日下午三点到五点，站里二楼会议室，社区共建座谈会，全体驻站代表",
            "two", "发通知：12月4日下午三点到五点，站里二楼会议室，社区共建座谈会，请陆知秋、沈小满参加",
            "both", "发通知：12月4日下午三点到五点，站里二楼会议室，社区共建座谈会，代表和站务人员都参加",
            "told", "发通知：12月4日上午九点在文化站开环境整治推进会，请全体代表参加",
            "evening", "发通知：12月4日晚上七点，站里二楼会议室，普法夜校，全体驻站代表",
            "days", "发通知：12月1日至3日每天上午九点到十一点，站里二楼会议室，履职培训，全体驻站代表");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/notices/amended.tsv", delimiter = '\t')
    void amend_asTheTableHasIt(String draft, String said, String when, String where, String text, String names) {
        var stage = new Stage(BOOK, Scopes.NONE, directory());
        var before = readBack(stage.says("clerk", DRAFTS.getOrDefault(draft, "")).text());
        stage.says("clerk", said);
        String rule = stage.rules.getLast();
        var after = readBack(stage.says("clerk", "不改了").text());
        var wanted = List.of(when, where, text, names);
        assertThat(after).as("%s by %s", said, rule).isEqualTo(
                Stream.iterate(0, i -> i < before.size(), i -> i + 1).map(i -> wanted.get(i).equals("=") ? before.get(i) : wanted.get(i))
                        .toList());
    }

    private static List<String> readBack(String text) {
        return Stream.of("时间：", "地点：", "内容：", "名单：").map(label -> Arrays.stream(text.split("\n", -1)).filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length())).collect(Collectors.joining())).toList();
    }

    private static Directory directory() {
        return new MemoryDirectory(List.of(
                new Place("D", "", "county", "望溪区", List.of()),
                new Place("D1", "D", "street", "桃湾街道", List.of()),
                new Station("S1", "", "桃湾联络站", "桃湾路1号", "0000-1111111", List.of("D1")),
                new ElectoralUnit("E1", "第一选区", Level.COUNTY, List.of("D1")),
                deputy("P1", "陆知秋", Level.COUNTY), deputy("P2", "沈小满", Level.TOWN), deputy("P3", "唐青禾", Level.TOWN),
                deputy("P4", "白守田", Level.CITY),
                new Staff("C1", "何晓", Staff.Role.CLERK, List.of("S1"), List.of(Address.parse("wechat:demo:clerk"))),
                new Staff("C2", "罗云生", Staff.Role.CLERK, List.of("S1"), List.of()),
                new Staff("H1", "秦川", Staff.Role.HEAD, List.of("S1"), List.of())));
    }

    private static Entry deputy(String code, String name, Level level) {
        return new Deputy(code, name, level, List.of("S1"), "E1", List.of(), List.of(), LocalDate.MAX, LocalDate.MAX);
    }
}
