package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import liaison.bot.dialog.Explainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told in a few words has the topic of its words: the table learnt from letters. */
final class TopicsOfChatTest {
    private static final Path FILE = Path.of("src/test/resources/utterances/topics.tsv");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Explainer EXPLAINER = Explainer.ofRulesAlone(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
    private static final int LEAST_RIGHT_OF_100 = 92;

    @Test
    void topic_ofShortMessagesIsHardlyEverWrong() throws IOException {
        var lines = Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t", 2)).toList();
        var wrong = lines.stream().filter(line -> !topic(line[1]).equals(line[0])).map(line -> line[1]).toList();
        assertThat((lines.size() - wrong.size()) * 100 / lines.size()).as("%s", wrong).isGreaterThanOrEqualTo(LEAST_RIGHT_OF_100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"井盖没了", "锦绣苑门口的井盖丢了", "路当中井盖让人偷了"})
    void topic_ofAManholeCoverIsTheTowns(String text) {
        assertThat(topic(text)).isEqualTo("城乡建设");
    }

    private static String topic(String text) {
        return EXPLAINER.explain(text, Town.directory(), NOW).topic();
    }
}
