package liaison.bot.dialog;

import java.time.Instant;
import java.util.Optional;
import liaison.bot.media.MediaKey;
import liaison.bot.people.Person;

/** Links that were given out and are still good. */
public interface OpenLinks {
    /** Uses a token once more; empty for one that is unknown, past its time or used up. */
    Optional<Link> use(String token, Instant now);

    /** Writes down that the person saw it. Nothing is shown before that. */
    void audit(Link link, Instant now);

    /**
     * A link.
     *
     * @param type of the stored content, empty while nothing is stored
     * @param wrappedKey of the owner; empty when erased
     * @param again whether it was used before
     */
    record Link(Person person, MediaKey medium, String request, String type, byte[] wrappedKey, boolean again) {
    }
}
