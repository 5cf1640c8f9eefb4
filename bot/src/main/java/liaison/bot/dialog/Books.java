package liaison.bot.dialog;

import java.util.Optional;

/** The rule books in use: a talk keeps the one it began with, a new talk takes the current one. */
public interface Books {
    Decider current();

    /** A book by its hash, from any node or any earlier start. */
    Optional<Decider> book(String hash);
}
