package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.dialog.Explainer;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Deputy;
import liaison.bot.people.Entry;
import liaison.bot.people.Level;
import liaison.bot.people.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is sought by name is shown where one deputy bears it; in a directory that is too large to be looked through, nobody is guessed. */
class DeputyByNameTest {
    private final Explainer explainer = Explainer.ofRulesAlone(BookReader.read(RuleFiles.shipped(), Stage.TIMES));

    @ParameterizedTest
    @CsvSource({"1,true", "500,true", "501,false"})
    void deputyWithTheName(int stations, boolean shown) {
        var entries = new ArrayList<Entry>(IntStream.range(0, stations)
                .mapToObj(n -> new Station("S" + n, "", "第" + n + "联络站", "柳荫路1号", "0000-1111111", List.of())).toList());
        entries.add(new Deputy("D1", "顾晚舟", Level.TOWN, List.of("S0"), "", List.of(), List.of(), LocalDate.MAX, LocalDate.MAX));
        String rule = explainer.explain("怎么联系顾晚舟代表", new MemoryDirectory(entries), Instant.parse("2026-11-27T02:00:00Z")).rule();
        assertThat(rule.equals("deputy-named")).isEqualTo(shown);
    }
}
