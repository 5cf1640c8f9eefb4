package liaison.bot.dialog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.FactsSource.Ask;
import liaison.bot.dialog.Rounds.Step;
import liaison.bot.message.InboundMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the messages of one round; what they want to know is read for all of them at once. */
final class Deciding {
    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** As many as a message needs that names several requests. */
    private static final int MOST_READS = 24;

    private final Parts parts;
    private final Instant now;
    private final boolean shelve;

    Deciding(Parts parts, Instant now, boolean shelve) {
        this.parts = parts;
        this.now = now;
        this.shelve = shelve;
    }

    List<Turn> decide(List<Step> steps) {
        @Nullable Turn[] turns = new Turn[steps.size()];
        var directory = parts.directory().get();
        var facts = new ArrayList<Facts>();
        var open = new ArrayList<Integer>();
        for (var step : steps) {
            open.add(facts.size());
            facts.add(new Facts(directory).beside(parts.facts()::near).within(parts.scopes().stations(step.said().address().channel())));
        }
        for (int read = 0; !open.isEmpty(); read++) {
            var asks = new HashMap<Integer, Ask>();
            for (int i : open) {
                turns[i] = decide(steps.get(i), facts.get(i), asks, i, read < MOST_READS);
            }
            open = new ArrayList<>(asks.keySet());
            read(asks, facts);
        }
        var decided = new ArrayList<Turn>();
        for (var turn : turns) {
            var step = steps.get(decided.size());
            decided.add(linked(step.said(), numbered(Objects.requireNonNull(turn))));
        }
        return decided;
    }

    private void read(Map<Integer, Ask> asks, List<Facts> facts) {
        if (asks.isEmpty()) {
            return;
        }
        var answers = parts.facts().read(asks.values());
        asks.forEach((i, ask) -> facts.set(i, facts.get(i).with(Map.of(ask.want(), Objects.requireNonNull(answers.get(ask))))));
    }

    private @Nullable Turn decide(Step step, Facts facts, Map<Integer, Ask> asks, int i, boolean mayAsk) {
        var dialog = step.talk().dialog();
        return switch (step.said()) {
            case Said.Outbound(var message) ->
                new Turn(dialog, new Reply(message.text(), message.choices(), "", ""), List.of(), "");
            case Said.Inbound(var message) -> {
                if (shelve) {
                    yield shelved(step, message, "the ledger refused its rows");
                }
                try {
                    yield parts.books().of(dialog, message.from().channel()).decide(dialog, message, facts, now);
                } catch (Facts.Missing missing) {
                    if (!mayAsk) {
                        yield shelved(step, message, "it wants to know more and more");
                    }
                    asks.put(i, new Ask(message.from(), missing.want()));
                    yield null;
                } catch (RuntimeException | StackOverflowError failure) {
                    yield shelved(step, message, reason(failure));
                }
            }
        };
    }

    private Turn shelved(Step step, InboundMessage message, String reason) {
        LOG.error("a message could not be decided and is a dead letter, number {} of its talk: {}", step.talk().seq() + 1, reason);
        var decider = parts.books().current(message.from().channel());
        return new Turn(step.talk().dialog(), decider.apology(), List.of(new Effect.Shelve(message.from(), reason)), "");
    }

    /** Where it failed, without the exception's words: they may be the resident's. */
    private static String reason(Throwable failure) {
        var trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** A token comes from the message's key and a secret, so that a message that is decided once more gives the same one. */
    private Turn linked(Said said, Turn turn) {
        var linked = turn;
        for (var effect : turn.effects()) {
            if (effect instanceof Effect.Link link) {
                String token = Base64.getUrlEncoder().withoutPadding()
                        .encodeToString(parts.seals().keyHash(said.address(), "link " + link.token() + ' ' + said.key()));
                linked = Placeholder.fill(Placeholder.fill(linked, MediaViews.place(link.token()), parts.links().of(token)), link.token(),
                        token);
            }
        }
        return linked;
    }

    private Turn numbered(Turn turn) {
        var numbered = turn;
        for (var effect : turn.effects()) {
            if (effect instanceof Effect.File(var request)) {
                numbered = Placeholder.fill(numbered, request.number(),
                        parts.numbers().next(request.filedAt().atZone(SHANGHAI).toLocalDate()));
            }
        }
        return numbered;
    }
}
