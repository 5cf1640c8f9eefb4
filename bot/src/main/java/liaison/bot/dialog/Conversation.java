package liaison.bot.dialog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;
import liaison.bot.people.Directory;
import liaison.bot.request.Numbers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use case: a batch of messages in, what became durable of them out. Every message takes effect once, those of one
 * address in the order given, whatever other nodes do meanwhile; the journal decides.
 */
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    /** How often a batch is taken back because somebody else was faster, before the ledger counts as unavailable. */
    private static final int MOST_RETREATS = 300;

    private final Parts parts;

    public Conversation(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a conversation stands on.
     *
     * @param directory is asked for at every batch, so that a new version is seen
     */
    public record Parts(Ledger ledger, Journal journal, Dialogs dialogs, FactsSource facts, Effects effects, Seals seals,
            Numbers numbers, Books books, Scopes scopes, Links links, Supplier<Directory> directory, Clock clock) {
        /** Whose server is reached here. */
        public Parts(Ledger ledger, Journal journal, Dialogs dialogs, FactsSource facts, Effects effects, Seals seals, Numbers numbers,
                Books books, Scopes scopes, Supplier<Directory> directory, Clock clock) {
            this(ledger, journal, dialogs, facts, effects, seals, numbers, books, scopes, Links.HERE, directory, clock);
        }

        /** Of accounts that serve everybody. */
        public Parts(Ledger ledger, Journal journal, Dialogs dialogs, FactsSource facts, Effects effects, Seals seals, Numbers numbers,
                Books books, Supplier<Directory> directory, Clock clock) {
            this(ledger, journal, dialogs, facts, effects, seals, numbers, books, Scopes.NONE, directory, clock);
        }
    }

    public List<Answer> receive(List<? extends InboundMessage> messages) {
        return receive(messages, List.of());
    }

    /**
     * Decides and stores; takes confirmations back that were seen to leave.
     *
     * @return an answer for each message, in order, all durable; throws {@link Ledger.LedgerUnavailable} when nothing is known
     */
    public List<Answer> receive(List<? extends InboundMessage> messages, Collection<Told> told) {
        return begin(messages.stream().map(message -> (Said) new Said.Inbound(message)).toList(), told);
    }

    /** Sends answers another way that will not reach whoever waited for them; once each, however often it is said. */
    public void untold(Collection<Told> untold) {
        parts.ledger.transact(() -> {
            var rows = new Rows(parts.seals, parts.clock.instant());
            var answers = untold.stream().flatMap(one -> parts.journal.after(one.address(), one.seq() - 1, 1).stream())
                    .flatMap(row -> rows.untold(row, parts.journal.keyOf(row.address())).stream()).toList();
            return parts.effects.write(answers, List.of());
        });
    }

    /** Says something to web-chat addresses: a row of their journal each, once for each message's key. */
    public List<Answer> say(List<OutboundMessage> messages) {
        return begin(messages.stream().map(message -> (Said) new Said.Outbound(message)).toList(), List.of());
    }

    private List<Answer> begin(List<Said> batch, Collection<Told> told) {
        var addresses = batch.stream().map(Said::address).distinct().toList();
        return receive(batch, told, parts.dialogs.get(addresses));
    }

    private List<Answer> receive(List<Said> batch, Collection<Told> told, Map<Address, Dialogs.Kept> near) {
        try {
            return whole(batch, told, near, false);
        } catch (Ledger.RowRefused refused) {
            if (batch.size() > 1) {
                int half = batch.size() / 2;
                var answers = new ArrayList<>(receive(batch.subList(0, half), told, Map.of()));
                answers.addAll(receive(batch.subList(half, batch.size()), List.of(), Map.of()));
                return answers;
            }
            return whole(batch, List.of(), Map.of(), true);
        }
    }

    /** The quick way, for a batch that nothing is in the way of; whatever fails here, a transaction tells what it was. */
    private Optional<Rounds> atOnce(List<Said> batch, Collection<Told> told, Map<Address, Dialogs.Kept> near) {
        try {
            var rounds = new Rounds(parts, near, Map.of(), false);
            return rounds.single(batch, told) ? Optional.of(rounds) : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.warn("a batch is stored step by step, since it failed at once: {}", failure.getClass().getName());
            return Optional.empty();
        }
    }

    private List<Answer> ended(Rounds rounds) {
        parts.dialogs.drop(rounds.stale());
        parts.dialogs.put(rounds.kept());
        return rounds.answers();
    }

    /** One transaction over the whole batch; from its start again while guarded effects fail against somebody faster. */
    private List<Answer> whole(List<Said> batch, Collection<Told> told, Map<Address, Dialogs.Kept> near, boolean shelve) {
        if (!shelve) {
            var rounds = atOnce(batch, told, near);
            if (rounds.isPresent()) {
                return ended(rounds.get());
            }
        }
        var waits = new HashMap<Address, Integer>();
        for (int retreat = 0; retreat < MOST_RETREATS; retreat++) {
            var attempt = new Attempt(near, waits, shelve);
            try {
                return ended(parts.ledger.transact(() -> attempt.run(batch, told)));
            } catch (Rounds.Forestalled forestalled) {
                forestalled.addresses().forEach(address -> waits.merge(address, 1, Integer::sum));
            }
        }
        throw new Ledger.RowRefused(new IllegalStateException("guarded effects failed again and again"));
    }

    /** What is near is worth a look only once: whatever made a transaction run again may have made it old. */
    private final class Attempt {
        private @Nullable Map<Address, Dialogs.Kept> near;
        private final Map<Address, Integer> waits;
        private final boolean shelve;

        Attempt(Map<Address, Dialogs.Kept> near, Map<Address, Integer> waits, boolean shelve) {
            this.near = waits.isEmpty() ? near : null;
            this.waits = waits;
            this.shelve = shelve;
        }

        Rounds run(List<Said> batch, Collection<Told> told) {
            var rounds = new Rounds(parts, Objects.requireNonNullElse(near, Map.of()), waits, shelve);
            near = null;
            rounds.run(batch, told);
            return rounds;
        }
    }
}
