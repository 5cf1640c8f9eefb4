package liaison.gateway.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import liaison.bot.dialog.Times;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFault;
import liaison.bot.rules.RuleFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Says whether a rule book would be taken. */
@Command(name = "check-rules", mixinStandardHelpOptions = true, description = "Check a folder of rule files, or the shipped ones, and run their examples.")
public final class CheckRulesCommand implements Callable<Integer> {
    private final Streams streams;
    private final Times times;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the folder; without it the shipped book") private @Nullable Path folder;

    public CheckRulesCommand(Streams streams, Times times) {
        this.streams = streams;
        this.times = times;
    }

    @Override
    public Integer call() {
        try {
            var book = new RuleBooks(folder == null ? RuleFiles.shipped() : RuleFiles.in(folder), times).current();
            streams.out().print(book.hash() + "\t" + book.rules().size() + "\n");
            return ExitCode.OK;
        } catch (RuleFault fault) {
            fault.faults().forEach(streams.err()::println);
            return ExitCode.SOFTWARE;
        }
    }
}
