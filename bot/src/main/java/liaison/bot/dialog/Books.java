package liaison.bot.dialog;

import java.util.Optional;

/** The rule books in use: a talk keeps the one it began with, a new talk takes the current one. */
public interface Books {
    Decider current();

    /** A book by its hash, from any node or any earlier start. */
    Optional<Decider> book(String hash);

    /** The book that a talk goes on with; the current one where its own cannot be found any more. */
    default Decider of(Dialog dialog) {
        return dialog.book().isEmpty() ? current() : book(dialog.book()).orElseGet(this::current);
    }
}
