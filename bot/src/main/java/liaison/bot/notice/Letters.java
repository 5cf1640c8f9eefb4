package liaison.bot.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage.Choice;

/** Makes an outbox entry into words at the moment it is sent, so that what changed meanwhile holds. */
public interface Letters {
    /** Who gets it and what is said, or empty when its cause is gone. */
    Optional<Letter> letter(OutboxEntry entry);

    /** The same for a batch of entries: who they go to is looked up once for all. */
    default Letters of(Collection<OutboxEntry> entries) {
        return this;
    }

    /**
     * A letter to one person.
     *
     * @param to where the person is reached, the best first; empty when nowhere
     * @param fields what a template shows: number, what, where, when, note
     */
    record Letter(List<Address> to, String text, Map<String, String> fields, List<Choice> choices) {
        public Letter {
            to = List.copyOf(to);
            fields = Map.copyOf(fields);
            choices = List.copyOf(choices);
        }
    }
}
