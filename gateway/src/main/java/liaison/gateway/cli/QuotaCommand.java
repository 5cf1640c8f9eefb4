package liaison.gateway.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much of today's calls is used. */
@Command(name = "quota", mixinStandardHelpOptions = true, description = "Print today's calls of each Official Account as JSON Lines: {account, call, day, used, quota}, and until when none is made where the platform said that they are used up.")
public final class QuotaCommand implements Callable<Integer> {
    private final Streams streams;
    private final WechatOperations.Opener opener;

    @Mixin private AccountOption account = new AccountOption();

    @Option(names = "--again", description = "The counts were cleared at the platform: calls that it said are used up are made again.") private boolean again;

    public QuotaCommand(Streams streams, WechatOperations.Opener opener) {
        this.streams = streams;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (var platform = opener.get()) {
            var json = new JsonLines(streams.out());
            var accounts = account.isGiven() ? List.of(account.among(platform)) : platform.accounts();
            if (again) {
                accounts.forEach(platform::again);
            }
            accounts.forEach(one -> platform.quotas(one).forEach(line -> {
                var shown = new LinkedHashMap<>(line);
                Optional.ofNullable(shown.remove("why"))
                        .ifPresent(why -> streams.err().println("quota: " + one + ": the platform said that " + why));
                json.write(shown);
            }));
        }
        return ExitCode.OK;
    }
}
