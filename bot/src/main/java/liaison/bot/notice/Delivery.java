package liaison.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.Outbox.Hold;
import liaison.bot.notice.Outbox.Result;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.Outbox.Taken;

/** One entry on its way: which routes are left, and what became of it. Used by one thread at a time. */
final class Delivery {
    /** The platform forgets a key after ten minutes; a call may take a while. */
    static final Duration KEY_LIVES = Duration.ofMinutes(9);
    /** Said at least once, but for the rest of an answer; everything else is shown at most once. */
    private static final Set<String> ANSWERS = Set.of("reply", "request");

    /** Ours to mend, unlike the night or somebody who is bound nowhere. */
    private static final Set<String> HELD_UP = Set.of("busy", "no-letter");

    private final Taken taken;
    private final Instant now;
    private final Backoff backoff;
    private final Optional<Route> unclear;
    private final Deque<Route> routes = new ArrayDeque<>();
    private Optional<Letter> letter = Optional.empty();
    private Optional<Result> result = Optional.empty();
    private boolean closedForNow;
    private String reason = "";

    Delivery(Taken taken, Instant now, Backoff backoff) {
        this.taken = taken;
        this.now = now;
        this.backoff = backoff;
        unclear = Route.parse(taken.way());
        if (!taken.entry().expiresAt().isAfter(now)) {
            end(State.EXPIRED);
        } else if (isShownOnce() && unclear.isPresent() && !isRepeatable(unclear.get())) {
            end(State.UNKNOWN);
        }
    }

    Taken taken() {
        return taken;
    }

    Optional<Result> result() {
        return result;
    }

    /** The route to try next; empty when it has ended. */
    Optional<Route> next() {
        return result.isPresent() ? Optional.empty() : Optional.of(routes.element());
    }

    boolean isReply() {
        return taken.entry().kind().equals("reply");
    }

    /** Not now: neither tried nor given up. */
    void wait(Instant until, String why) {
        reason = why;
        settle(State.PENDING, until, taken.way(), HELD_UP.contains(why) ? Hold.TRIED : Hold.KEPT);
    }

    /** Never to be sent: what may have arrived before is unknown. */
    void giveUp(String why) {
        reason = why;
        end(State.FAILED);
    }

    /** The words are there, or the cause is gone. */
    void write(Optional<Letter> written, Set<String> channels) {
        letter = written;
        if (written.isEmpty()) {
            end(State.CANCELLED);
            return;
        }
        boolean repeat = unclear.isPresent() && isRepeatable(unclear.get());
        if (repeat) {
            routes.add(unclear.get());
        }
        if (!repeat || !isShownOnce()) {
            written.get().to().stream().filter(address -> channels.contains(address.channel().kind()))
                    .flatMap(address -> Route.to(address, !isAnswer()))
                    .filter(route -> !routes.contains(route) && !taken.refused().contains(route.toString())).forEach(routes::add);
        }
        if (routes.isEmpty()) {
            wait(now.plus(backoff.closed(taken.attempts())), "no-address");
        }
    }

    OutboundMessage message() {
        var words = letter.orElseThrow();
        return new OutboundMessage(taken.entry().hash(), routes.element().to(), taken.entry().kind(),
                words.text(), words.fields(), words.choices());
    }

    /** What the last try brought. */
    void tried(Sender.Result answer) {
        var route = routes.remove();
        switch (answer) {
            case Sender.Result.Delivered(var receipt) -> sent(route, receipt);
            case Sender.Result.Unclear(var why) -> {
                reason = why;
                if (isShownOnce() && !route.isKeyed()) {
                    settle(State.UNKNOWN, now, route.toString());
                } else {
                    pending(now.plus(backoff.unclear(taken.attempts())), route.toString());
                }
            }
            case Sender.Result.Rejected rejected -> rejected(route, rejected);
        }
    }

    private void rejected(Route route, Sender.Result.Rejected answer) {
        reason = answer.reason();
        switch (answer.cause()) {
            case BLOCKED -> {
                var from = answer.notBefore().isAfter(now) ? answer.notBefore() : now;
                settle(State.PENDING, from.plus(backoff.blocked()), taken.way(), Hold.BLOCKED);
                return;
            }
            case LATER -> {
                // from there on spread like any other, or all that a quota held back would go at once
                var from = answer.notBefore().isAfter(now) ? answer.notBefore() : now;
                pending(from.plus(backoff.busy(taken.attempts())), taken.way());
                return;
            }
            case OTHER_WAY -> closedForNow = true;
            case NEVER -> routes.removeIf(other -> other.to().equals(route.to()));
        }
        if (!routes.isEmpty()) {
            return;
        }
        if (closedForNow && !(isShownOnce() && unclear.isPresent())) {
            if (!taken.refused().isEmpty()) {
                // why it was not shown says more than that nothing else is open
                reason = "";
            }
            result = Optional.of(new Result(taken.entry(), taken.lease(), State.PENDING, now.plus(backoff.closed(taken.attempts())),
                    taken.way(), reason, Hold.KEPT, letter.orElseThrow().to(), now, ""));
        } else {
            end(State.FAILED);
        }
    }

    /** Ends without having been sent now; what may have arrived before is unknown, whatever happened since. */
    private void end(State state) {
        settle(unclear.isPresent() ? State.UNKNOWN : state, now, taken.way());
    }

    private void pending(Instant due, String way) {
        settle(State.PENDING, due, way);
    }

    private void settle(State state, Instant due, String way) {
        settle(state, due, way, Hold.TRIED);
    }

    private void settle(State state, Instant due, String way, Hold hold) {
        result = Optional.of(new Result(taken.entry(), taken.lease(), state, due, way, reason, hold));
    }

    private void sent(Route route, String receipt) {
        result = Optional.of(new Result(taken.entry(), taken.lease(), State.SENT, now, route.toString(), reason, Hold.TRIED, List.of(),
                Instant.EPOCH, receipt));
    }

    private boolean isAnswer() {
        return ANSWERS.contains(taken.entry().kind());
    }

    private boolean isShownOnce() {
        return !isAnswer() || taken.entry().isRest();
    }

    private boolean isRepeatable(Route route) {
        return route.isChat() || (route.isKeyed() && taken.since().compareTo(KEY_LIVES) < 0);
    }
}
