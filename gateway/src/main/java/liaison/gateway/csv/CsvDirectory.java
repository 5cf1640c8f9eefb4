package liaison.gateway.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.Fault;

/** A directory as CSV files in one folder, each of them optional. */
public final class CsvDirectory implements DirectorySource {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int STRIDE = 1 << 10;
    private static final String KNOWN = Table.ALL.stream().map(Table::file).collect(Collectors.joining(", "));

    private final Folder folder;
    private final List<String> topics;

    private CsvDirectory(Folder folder, List<String> topics) {
        this.folder = folder;
        this.topics = List.copyOf(topics);
    }

    /** Of whatever topics. */
    public static CsvDirectory in(Path folder) {
        return in(folder, List.of());
    }

    /** Where people and units take only some topics; empty: any. */
    public static CsvDirectory in(Path folder, List<String> topics) {
        return new CsvDirectory(new Folder.OnDisk(folder), topics);
    }

    /** The made-up district that comes with the product. */
    public static CsvDirectory demo() {
        return new CsvDirectory(new Folder.OnClasspath("/demo"), List.of());
    }

    @Override
    public boolean read(Intake intake) {
        var tables = Table.ALL.stream().filter(table -> folder.holds(table.file())).toList();
        if (tables.isEmpty()) {
            intake.fault(new Fault(folder.name(), 1, "", "holds none of " + KNOWN));
            return false;
        }
        try {
            var strangers = folder.strangers(Table.ALL.stream().map(Table::file).collect(Collectors.toSet()));
            strangers.forEach(file -> intake.fault(new Fault(file, 1, "", "is not known; rename it to one of " + KNOWN)));
            return new Run(intake).read(tables) && strangers.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Run {
        private final Intake intake;
        private long lines;
        private long of;
        private boolean whole = true;

        Run(Intake intake) {
            this.intake = intake;
        }

        boolean read(List<Table> tables) throws IOException {
            var looks = new HashMap<Table, FirstLook>();
            for (var table : tables) {
                try (var in = folder.open(table.file())) {
                    var look = FirstLook.at(in);
                    looks.put(table, look);
                    of += look.lines();
                }
            }
            for (var table : tables) {
                var look = looks.getOrDefault(table, new FirstLook(0, 0, ""));
                if (look.reason().isEmpty()) {
                    read(table);
                } else {
                    broken(table, look.line(), look.reason());
                }
            }
            intake.progress(of, of);
            return whole;
        }

        private void read(Table table) throws IOException {
            long line = 1;
            try (var reader = CsvReader.builder().detectBomHeader(true).allowExtraFields(true).allowMissingFields(true)
                    .maxBufferSize(LONGEST_CELL).ofCsvRecord(folder.open(table.file()), StandardCharsets.UTF_8)) {
                var records = reader.iterator();
                if (!records.hasNext()) {
                    broken(table, 1, "is empty; its first line names the columns: " + String.join(",", table.columns()));
                    return;
                }
                var columns = header(table, records.next());
                while (!columns.isEmpty() && records.hasNext()) {
                    var cells = records.next();
                    line = cells.getStartingLineNumber();
                    row(table, columns, cells);
                }
            } catch (CsvParseException e) {
                broken(table, line + 1, "cannot be read from here on; is a quote missing or too many?");
            }
        }

        private void row(Table table, Map<String, Integer> columns, CsvRecord cells) {
            if (++lines % STRIDE == 0) {
                intake.progress(lines, of);
            }
            if (cells.getFields().stream().allMatch(String::isBlank)) {
                return;
            }
            long line = cells.getStartingLineNumber();
            if (cells.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0)) {
                broken(table, line, "a cell goes on over the line's end; is a quote missing?");
                return;
            }
            boolean fits = cells.getFieldCount() == columns.size();
            if (!fits) {
                intake.fault(new Fault(table.file(), line, "", "has " + cells.getFieldCount() + " cells, but there are "
                        + columns.size() + " columns; put a cell with a comma in quotes"));
            }
            // of a line that does not fit only the code is of use
            var row = new Row(table.file(), line, columns, cells.getFields(), fits ? intake::fault : fault -> {
            });
            row.mustBeAmong("topics", topics);
            table.entry(row).ifPresent(entry -> intake.entry(table.file(), line, entry));
        }

        /** Where each column stands; empty when the lines cannot be read by it. */
        private Map<String, Integer> header(Table table, CsvRecord names) {
            var columns = new HashMap<String, Integer>();
            boolean readable = true;
            for (int i = 0; i < names.getFieldCount(); i++) {
                String name = Row.trimmed(names.getField(i)).toLowerCase(Locale.ROOT);
                if (!table.columns().contains(name)) {
                    broken(table, 1, "column “" + name + "” is not known; the columns, separated by commas, are "
                            + String.join(",", table.columns()));
                    readable = false;
                } else if (columns.put(name, i) != null) {
                    broken(table, 1, "column “" + name + "” is there twice; leave one out");
                    readable = false;
                }
            }
            String key = table.columns().getFirst();
            if (readable && !columns.containsKey(key)) {
                broken(table, 1, "column “" + key + "” is missing");
                readable = false;
            }
            return readable ? columns : Map.of();
        }

        private void broken(Table table, long line, String reason) {
            whole = false;
            intake.fault(new Fault(table.file(), line, "", reason));
        }
    }
}
