package liaison.gateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Takes a directory of homes, stations, places and people in. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {"Take the CSV files of a folder in, all or nothing.",
        "homes.csv stations.csv places.csv electoral_units.csv deputies.csv units.csv staff.csv reception.csv, each optional, UTF-8 with a "
                + "header. Everything that is wrong is written to the standard error output with file and line."})
public final class ImportCommand implements Callable<Integer> {
    private final Streams streams;
    private final Operations.Opener opener;
    private final Clock clock;

    @Parameters(paramLabel = "DIR", description = "the folder") private Path folder = Path.of("");

    public ImportCommand(Streams streams, Operations.Opener opener, Clock clock) {
        this.streams = streams;
        this.opener = opener;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            streams.err().println("import: " + folder + " is no folder");
            return ExitCode.USAGE;
        }
        try (var operations = opener.get(); var progress = new Progress(streams.err(), clock, 0)) {
            var faults = operations.take(folder, progress::reach);
            faults.forEach(streams.err()::println);
            return faults.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
