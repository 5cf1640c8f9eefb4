package liaison.gateway.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads labelled messages: TSV, or CSV as {@code export} writes it, with a header. */
final class TopicExamples {
    private static final List<String> COLUMNS = List.of("id", "label", "group", "topic", "text");
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST = 1_000_000;

    private final List<TopicExample> examples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TopicExamples() {
    }

    /** In the order of their ids. Throws {@link IllegalArgumentException} with the lines that are wrong, each once. */
    static List<TopicExample> read(Path file) throws IOException {
        var read = new TopicExamples();
        String name = String.valueOf(file.getFileName());
        String text = read.text(name, file);
        boolean tabs = text.lines().findFirst().orElse("").contains("\t");
        var reader = CsvReader.builder().fieldSeparator(tabs ? '\t' : ',').allowMissingFields(true).allowExtraFields(true);
        // a table between tabs knows no quoting: a quotation mark is one
        try (var rows = (tabs ? reader.quoteCharacter('\0') : reader).ofNamedCsvRecord(text)) {
            rows.forEach(read::take);
        } catch (HeaderLacks wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
        } catch (CsvParseException wrong) {
            throw new IllegalArgumentException(name + ": " + reason(wrong), wrong);
        }
        if (!read.faults.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": " + String.join("\n  ", read.faults.subList(0, Math.min(read.faults.size(), MOST_FAULTS))));
        }
        return read.examples.stream().sorted(Comparator.comparing(TopicExample::id)).toList();
    }

    /** The reader says where, its cause what. */
    private static String reason(CsvParseException wrong) {
        var cause = wrong.getCause();
        return wrong.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private String text(String name, Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(name + (Files.exists(file) ? ": is no file that can be read" : ": there is no such file"));
        }
        var text = new StringBuilder();
        try (var in = Files.newInputStream(file)) {
            var lines = new TextLines(in);
            while (lines.next()) {
                text.append(line(lines)).append('\n');
            }
        }
        return text.toString();
    }

    private String line(TextLines lines) {
        try {
            String line = lines.text();
            if (line.length() > LONGEST) {
                throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
            }
            return line;
        } catch (IllegalArgumentException wrong) {
            faults.add("line " + lines.number() + ": " + wrong.getMessage());
            return "";
        }
    }

    private static final class HeaderLacks extends RuntimeException {
        private static final long serialVersionUID = 1;

        HeaderLacks(String column) {
            super("line 1: no column '" + column + "'; the header names " + String.join(", ", COLUMNS));
        }
    }

    private void take(NamedCsvRecord row) {
        COLUMNS.stream().filter(column -> !row.getHeader().contains(column)).findFirst().ifPresent(column -> {
            throw new HeaderLacks(column);
        });
        int fields = row.getFields().size();
        if (fields != row.getHeader().size()) {
            faults.add("line " + row.getStartingLineNumber() + ": has " + fields + " fields, the header " + row.getHeader().size());
            return;
        }
        var example = new TopicExample(row.getField("id"), row.getField("label").strip(), row.getField("group"), row.getField("topic"),
                row.getField("text"));
        if (example.id().isBlank()) {
            faults.add("line " + row.getStartingLineNumber() + ": the id is empty");
        } else if (example.label().isEmpty() || example.text().isBlank()) {
            faults.add("line " + row.getStartingLineNumber() + ": a label and a text are wanted");
        } else if (!ids.add(example.id())) {
            faults.add("line " + row.getStartingLineNumber() + ": the id '" + example.id() + "' stands there twice");
        } else {
            examples.add(example);
        }
    }
}
