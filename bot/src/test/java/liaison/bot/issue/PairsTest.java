package liaison.bot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports two by two: whether they are about one thing, whichever comes first. */
class PairsTest {
    private static final Sketcher SKETCHER = Sketcher.shipped();
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    static Stream<String> pairs() throws IOException {
        try (var file = Objects.requireNonNull(PairsTest.class.getResourceAsStream("/issue/pairs.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    private static boolean isJoined(String first, String second) {
        var grouping = new Grouping(SKETCHER);
        return grouping.add("a", NOW, first).equals(grouping.add("b", NOW.plus(Duration.ofHours(1)), second));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void add_twoReports(String line) {
        String[] pair = line.split("\t", -1);
        boolean same = pair[0].equals("joined");
        assertThat(isJoined(pair[1], pair[2])).as(line).isEqualTo(same);
        assertThat(isJoined(pair[2], pair[1])).as("the other way round: " + line).isEqualTo(same);
    }
}
