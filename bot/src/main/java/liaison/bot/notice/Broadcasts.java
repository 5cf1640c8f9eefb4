package liaison.bot.notice;

import java.util.Optional;

/** Broadcasts as the ledger holds them. */
public interface Broadcasts {
    /** A broadcast that was not halted, with its words. */
    Optional<Broadcast> find(String id);
}
