package liaison.gateway.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Gives out one-time codes. */
@Command(name = "bind", mixinStandardHelpOptions = true, description = "Print CODE<TAB>ONE-TIME-CODE a line: what those deputies or clerks write to the account, within 7 days, to bind their WeChat.")
public final class BindCommand implements Callable<Integer> {
    private final Streams streams;
    private final Operations.Opener opener;

    @Parameters(paramLabel = "CODE", arity = "1..*", description = "codes of deputies or staff") private List<String> codes = List.of();

    public BindCommand(Streams streams, Operations.Opener opener) {
        this.streams = streams;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        int exit = ExitCode.OK;
        try (var operations = opener.get()) {
            for (String code : codes) {
                try {
                    streams.out().print(code + "\t" + operations.bind(code) + "\n");
                } catch (IllegalArgumentException unknown) {
                    streams.err().println("bind: " + unknown.getMessage());
                    exit = ExitCode.SOFTWARE;
                }
            }
        }
        return exit;
    }
}
