package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.dialog.Explainer;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Entry;
import liaison.bot.people.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a message that holds several matters is cut, and that one matter told in many clauses is not. */
final class MattersOfTextsTest {
    private static final Path MATTERS = Path.of("src/test/resources/utterances/matters.txt");
    private static final Explainer EXPLAINER = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
    private static final List<String> ROADS = List.of("枫浦路", "红枫街", "滨江路", "海棠路", "新港路", "桂影路", "云帆路", "启航街", "长亭路", "古道巷",
            "丹桂巷", "砚池街");
    private static final List<String> ESTATES = List.of("晚霞苑", "丽景苑", "新港花城", "桂影一村", "启航家园", "白帆港湾", "丹桂园", "墨香苑", "翰林雅居", "荷风苑");
    private static final MemoryDirectory DIRECTORY = new MemoryDirectory(
            Stream.of(places("road", ROADS), places("estate", ESTATES), places("landmark", List.of("人民公园"))).flatMap(all -> all)
                    .map(Entry.class::cast).toList());

    private static Stream<Place> places(String kind, List<String> names) {
        return IntStream.range(0, names.size()).mapToObj(i -> new Place(kind + i, "", kind, names.get(i), List.of()));
    }

    static List<String> lines() {
        try {
            return Files.readAllLines(MATTERS).stream().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void explain_cutsWhereAnotherMatterBegins(String line) {
        var marks = new ArrayList<>(List.of(0));
        for (int at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
            marks.add(at - marks.size() + 1);
        }
        String text = line.replace("|", "");
        var parts = EXPLAINER.explain(text, DIRECTORY, Instant.parse("2026-11-23T02:00:00Z")).parts();
        assertThat(parts).hasSize(marks.size() == 1 ? 0 : marks.size());
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).start()).isGreaterThanOrEqualTo(marks.get(i));
            assertThat(parts.get(i).end()).isLessThanOrEqualTo(i + 1 < marks.size() ? marks.get(i + 1) : text.length());
        }
    }

    @Test
    void lines_areAsManyOfSeveralAsOfOne() {
        assertThat(lines()).filteredOn(line -> line.contains("|")).hasSize(65);
        assertThat(lines()).filteredOn(line -> !line.contains("|")).hasSize(65);
    }
}
