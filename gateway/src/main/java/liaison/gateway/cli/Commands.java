package liaison.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What the jar can do. A command ends in 0 when all went well, 1 when something failed or some input lines were bad, 2
 * when it was called wrongly.
 */
@Command(name = "liaison", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class, synopsisSubcommandLabel = "[serve | COMMAND]", header = "Liaison: deputies' liaison stations answer, file, remind.", description = "Without a command it is the server, with Spring's own arguments such as --server.port=8081.", footer = "Data is written to the standard output, everything else to the standard error output.", commandListHeading = "%nCommands:%n")
public final class Commands {
    static final String EXIT_CODES = "%nExit codes:%n";
    static final String DONE = "0:all went well";
    static final String BAD_LINES = "1:some input lines were bad; each is named with its number on the standard error output, the rest is done";
    static final String FAILED = "1:something is wrong; the standard error output says what";
    static final String USAGE = "2:called wrongly";
    private static final String SERVE = "serve";
    private static final Set<String> ASKING = Set.of("--help", "-h", "--version", "-V");

    private Commands() {
    }

    /** Whether the arguments start the server: none, {@code serve}, or settings alone. */
    public static boolean serves(String... args) {
        return Arrays.stream(args).noneMatch(ASKING::contains)
                && (args.length == 0 || args[0].equals(SERVE) || (args[0].startsWith("--") && args[0].contains(".")));
    }

    /** Runs one of the commands, each a class of picocli's, and returns its exit code. */
    public static int run(Streams streams, List<? extends Callable<Integer>> commands, String... args) {
        var line = new CommandLine(new Commands());
        line.addSubcommand(new Serve());
        commands.forEach(line::addSubcommand);
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(failed.getCommandName() + ": " + reason(failure));
            return failed.getCommandSpec().exitCodeOnExecutionException();
        });
        int code = line.execute(args);
        streams.out().flush();
        return code;
    }

    private static String reason(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }

    /** Named for the help alone: the server starts before any command is looked for. */
    @Command(name = SERVE, mixinStandardHelpOptions = true, description = "Start the server (what happens without a command).")
    private static final class Serve implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalArgumentException("settings stand behind " + SERVE + " as --KEY=VALUE");
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{
                    "liaison " + Objects.requireNonNullElse(Commands.class.getPackage().getImplementationVersion(), "unpackaged")};
        }
    }
}
