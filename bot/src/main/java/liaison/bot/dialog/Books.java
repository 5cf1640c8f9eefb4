package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.message.Channel;

/** The rule books in use: a talk keeps the one it began with, a new talk takes the current one. */
public interface Books {
    Decider current();

    /** A book by its hash, from any node or any earlier start. */
    Optional<Decider> book(String hash);

    /** The book of an account: its own where it has one, else the shared one. */
    default Decider current(Channel account) {
        return current();
    }

    /** The book that a talk goes on with; its account's current one where its own cannot be found any more. */
    default Decider of(Dialog dialog, Channel account) {
        return dialog.book().isEmpty() ? current(account) : book(dialog.book()).orElseGet(() -> current(account));
    }
}
