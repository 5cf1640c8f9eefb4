package liaison.bot.rules;

import java.util.List;

/** Why a book was not taken: every fault with its file and line. */
public final class RuleFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> faults;

    RuleFault(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
