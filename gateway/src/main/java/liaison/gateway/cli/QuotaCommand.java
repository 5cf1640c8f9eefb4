package liaison.gateway.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** How much of today's calls is used. */
@Command(name = "quota", mixinStandardHelpOptions = true, description = "Print today's calls of each Official Account as JSON Lines: {account, call, day, used, quota}.")
public final class QuotaCommand implements Callable<Integer> {
    private final Streams streams;
    private final WechatOperations.Opener opener;

    @Mixin private AccountOption account = new AccountOption();

    public QuotaCommand(Streams streams, WechatOperations.Opener opener) {
        this.streams = streams;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (var platform = opener.get()) {
            var json = new JsonLines(streams.out());
            var accounts = account.isGiven() ? List.of(account.among(platform)) : platform.accounts();
            accounts.forEach(one -> platform.quotas(one).forEach(json::write));
        }
        return ExitCode.OK;
    }
}
