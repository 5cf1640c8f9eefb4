package liaison.bot.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What residents, deputies, clerks and units may write, written for this project; each line with its intent. */
record OwnUtterances(String intent, String text) {
    private static final Path FILE = Path.of("src/test/resources/utterances/own.tsv");

    static List<OwnUtterances> all() {
        try {
            return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream().skip(1).map(line -> line.split("\t", 2))
                    .map(parts -> new OwnUtterances(parts[0], parts[1])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
