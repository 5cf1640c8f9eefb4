package liaison.bot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeadlineVectorsTest {
    private static final String VECTORS = "shared/data/calendar/deadlines_dev.tsv";

    @Test
    void deadline_agreesWithEveryVector() throws IOException {
        var file = find();
        assumeTrue(file.isPresent(), "no " + VECTORS + " beside the checkout");
        var wrong = new ArrayList<String>();
        var lines = Files.readAllLines(file.get());
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            var due = WorkingDays.shipped().deadline(LocalDate.parse(fields[0]), Integer.parseInt(fields[1]));
            if (!due.equals(new Deadline(LocalDate.parse(fields[2]), false))) {
                wrong.add(line + " but " + due);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Optional<Path> find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(VECTORS)).filter(Files::exists).findFirst();
    }
}
