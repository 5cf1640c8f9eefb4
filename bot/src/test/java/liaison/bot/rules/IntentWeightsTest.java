package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import liaison.bot.dialog.Explainer;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.Test;

/**
 * The shipped weights are learnt from the own utterances and from nothing else. {@code -Dliaison.learn=true} writes them anew,
 * which is due whenever a pattern, a list or an utterance has changed; {@code -Dliaison.folds=5} tells how well they generalise.
 */
final class IntentWeightsTest {
    private static final String NAME = "weights.yml";
    private static final Path FILE = Path.of("src/main/resources/rules", NAME);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void weights_areWhatTheUtterancesTeach() throws IOException {
        String learnt = learnt(OwnUtterances.all());
        if (Boolean.getBoolean("liaison.learn")) {
            Files.writeString(FILE, learnt, StandardCharsets.UTF_8);
        }
        assertThat(learnt.equals(RuleFiles.shipped().files().get(NAME)) || Boolean.getBoolean("liaison.learn"))
                .as("weights.yml is stale: mvn -pl bot test -Dtest=IntentWeightsTest -Dliaison.learn=true").isTrue();
    }

    @Test
    void explain_understandsLinesItDidNotLearnFrom() {
        int folds = Integer.getInteger("liaison.folds", 1);
        int right = 0;
        int asked = 0;
        for (int fold = 0; fold < folds; fold++) {
            var learn = new ArrayList<OwnUtterances>();
            var ask = new ArrayList<OwnUtterances>();
            for (int i = 0; i < OwnUtterances.all().size(); i++) {
                (i % 5 == fold ? ask : learn).add(OwnUtterances.all().get(i));
            }
            var explainer = new Explainer(book(learnt(learn)));
            right += (int) ask.stream().filter(one -> explainer.explain(one.text(), Town.directory(), NOW).intent().equals(one.intent()))
                    .count();
            asked += ask.size();
        }
        System.out.printf("intents: %d of %d lines that were not learnt from%n", right, asked);
        assertThat((double) right / asked).isGreaterThan(0.75);
    }

    private static String learnt(List<OwnUtterances> lines) {
        var book = book("weights: {}\n");
        return WeightsFile.text(
                IntentTrainer.learn(lines.stream().map(line -> new IntentTrainer.Line(line.intent(), book.signs(line.text()))).toList()));
    }

    /** The shipped book with other weights; its examples are left out, since they need the shipped ones. */
    private static RuleBook book(String weights) {
        var files = new TreeMap<>(RuleFiles.shipped().files());
        files.put(NAME, weights);
        files.put("examples.yml", "examples: []\n");
        return BookReader.read(new RuleFiles(files), Stage.TIMES);
    }
}
