package liaison.gateway.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which account a command is about. */
final class AccountOption {
    @Spec(Spec.Target.MIXEE) private CommandSpec spec = CommandSpec.create();
    @Option(names = "--account", paramLabel = "NAME", description = "the Official Account; may be left out when there is one") private String name = "";

    boolean isGiven() {
        return !name.isEmpty();
    }

    /** The one that was named, or the only one there is. */
    String among(WechatOperations operations) {
        var accounts = operations.accounts();
        if (isGiven() ? accounts.contains(name) : accounts.size() == 1) {
            return isGiven() ? name : accounts.getFirst();
        }
        throw new ParameterException(spec.commandLine(),
                accounts.isEmpty() ? "no account is set" : "--account is one of " + String.join(", ", accounts));
    }
}
