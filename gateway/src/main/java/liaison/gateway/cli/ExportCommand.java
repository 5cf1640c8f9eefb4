package liaison.gateway.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the ledger's rows. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Write rows as JSON Lines: requests, journal, topics (what clerks corrected, for train-topics), outbox, directory, events, reminders, visits, notices, media, audit; promises come with a later version.")
public final class ExportCommand implements Callable<Integer> {
    /** Rows that the ledger does not have yet. */
    private static final Set<String> LATER = Set.of("promises");

    private final Streams streams;
    private final Operations.Opener opener;
    private final Clock clock;

    @Parameters(paramLabel = "KIND", description = "what to export") private String kind = "";
    @Option(names = "--csv", description = "write CSV with a header instead") private boolean csv;
    @Option(names = "--clear", description = "with the words that people wrote; needs --reason outside the demo, and is audited") private boolean clear;
    @Option(names = "--reason", paramLabel = "R", description = "why the words are needed") private String reason = "";

    private boolean headed;
    private long rows;

    public ExportCommand(Streams streams, Operations.Opener opener, Clock clock) {
        this.streams = streams;
        this.opener = opener;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (LATER.contains(kind)) {
            streams.err().println("export: " + kind
                    + " are not recorded by this version, so there is nothing to export; they come with the ledger of promises");
            return ExitCode.SOFTWARE;
        }
        try (var operations = opener.get(); var progress = new Progress(streams.err(), clock, 0)) {
            if (!operations.exports().contains(kind)) {
                streams.err().println("export: there is no '" + kind + "', only " + String.join(", ", operations.exports()));
                return ExitCode.USAGE;
            }
            if (clear && reason.isBlank() && !operations.isDemo()) {
                streams.err().println("export: --clear needs --reason R; who looked and why is written down");
                return ExitCode.USAGE;
            }
            var json = new JsonLines(streams.out());
            operations.export(kind, clear, reason, row -> {
                if (csv) {
                    line(row);
                } else {
                    json.write(row);
                }
                progress.reach(++rows);
            });
            return ExitCode.OK;
        }
    }

    private void line(Map<String, @Nullable Object> row) {
        if (!headed) {
            streams.out().print(String.join(",", row.keySet()) + "\r\n");
            headed = true;
        }
        streams.out()
                .print(row.values().stream().map(value -> quoted(Objects.toString(value, ""))).collect(Collectors.joining(",")) + "\r\n");
    }

    /** A spreadsheet must not take a value for a formula. */
    private static String quoted(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
