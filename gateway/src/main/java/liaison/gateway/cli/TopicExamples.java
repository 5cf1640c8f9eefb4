package liaison.gateway.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads labelled messages: TSV, or CSV as {@code export} writes it, with a header. */
final class TopicExamples {
    private static final List<String> COLUMNS = List.of("id", "label", "group", "topic", "text");
    private static final int MOST_FAULTS = 20;

    private final List<TopicExample> examples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TopicExamples() {
    }

    /** Throws {@link IllegalArgumentException} with the lines that are wrong. */
    static List<TopicExample> read(Path file) throws IOException {
        var read = new TopicExamples();
        try (var first = Files.lines(file)) {
            boolean tabs = first.findFirst().orElse("").contains("\t");
            var reader = CsvReader.builder().fieldSeparator(tabs ? '\t' : ',').allowMissingFields(true).detectBomHeader(true);
            // a table between tabs knows no quoting: a quotation mark is one
            try (var rows = (tabs ? reader.quoteCharacter('\0') : reader).ofNamedCsvRecord(file)) {
                rows.forEach(read::take);
            }
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(file.getFileName() + ": " + wrong.getMessage(), wrong);
        }
        if (!read.faults.isEmpty()) {
            throw new IllegalArgumentException(file.getFileName() + ": "
                    + String.join("\n  ", read.faults.subList(0, Math.min(read.faults.size(), MOST_FAULTS))));
        }
        return read.examples;
    }

    private void take(NamedCsvRecord row) {
        for (String column : COLUMNS) {
            if (row.findField(column).isEmpty()) {
                faults.add("line " + row.getStartingLineNumber() + ": no column '" + column + "'; the header names "
                        + String.join(", ", COLUMNS));
                return;
            }
        }
        var example = new TopicExample(row.getField("id"), row.getField("label").strip(), row.getField("group"), row.getField("topic"),
                row.getField("text"));
        if (example.label().isEmpty() || example.text().isBlank()) {
            faults.add("line " + row.getStartingLineNumber() + ": a label and a text are wanted");
        } else if (!ids.add(example.id())) {
            faults.add("line " + row.getStartingLineNumber() + ": the id '" + example.id() + "' stands there twice");
        } else {
            examples.add(example);
        }
    }
}
