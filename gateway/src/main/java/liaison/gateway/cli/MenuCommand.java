package liaison.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The menu under an account's chat. */
@Command(name = "menu", mixinStandardHelpOptions = true, description = "Show, set or delete the menu of an Official Account; set publishes the residents' menu.")
public final class MenuCommand implements Callable<Integer> {
    private final Streams streams;
    private final WechatOperations.Opener opener;

    @Mixin private AccountOption account = new AccountOption();
    @Parameters(paramLabel = "show|set|delete", description = "what to do") private Action action = Action.show;

    public MenuCommand(Streams streams, WechatOperations.Opener opener) {
        this.streams = streams;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (var platform = opener.get()) {
            String of = account.among(platform);
            switch (action) {
                case show -> platform.menu(of).ifPresentOrElse(menu -> streams.out().print(menu + "\n"),
                        () -> streams.err().println("menu: " + of + " has none"));
                case set -> platform.publishMenu(of);
                case delete -> platform.deleteMenu(of);
            }
        }
        return ExitCode.OK;
    }

    /** As it is written on the command line. */
    enum Action {
        show, set, delete
    }
}
