package liaison.bot.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import liaison.bot.calendar.QuietHours;
import liaison.bot.message.Recurrences;
import liaison.bot.message.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves due entries of the outbox to the channels, many at once, each account's by a line of its own. */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** Few enough that each way of a batch ends within its lease even where every call times out. */
    private static final int BATCH = Lines.ROOM;
    /** A run ends now and then, so that a server that stops need not wait for all; batches that nobody waits for cost no time. */
    private static final int MOST_BATCHES = 16;
    static final Duration LEASE = Duration.ofSeconds(30);
    /** What no letter could be made of for so long by day, whatever was mended meanwhile, is given up; each night begins it anew. */
    static final Duration HOPELESS = Duration.ofHours(12);
    /** Whoever has not ended then goes on by itself, while the others' next entries are taken. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String NO_LETTER = "no-letter";

    private final Parts parts;
    private final Backoff backoff;
    private final Lines lines;
    private final Recurrences unshown = new Recurrences();
    private final Recurrences unwritten = new Recurrences();

    public OutboxRelay(Parts parts) {
        this.parts = parts;
        backoff = new Backoff(parts.random());
        lines = new Lines(parts, backoff);
    }

    /** Sends what is due, a thousand or so at most; answers how many entries were taken. Slow accounts may still be at it. */
    public int run() {
        int all = 0;
        reopen();
        for (int left = MOST_BATCHES; left > 0 && !lines.isClosing() && !Thread.currentThread().isInterrupted();) {
            var batch = batch();
            var sent = lines.send(batch);
            if (!sent.isDone()) {
                left--;
                await(sent);
            }
            all += batch.size();
            if (batch.size() < BATCH) {
                break;
            }
        }
        return all;
    }

    private void reopen() {
        parts.outbox().reopen().forEach(one -> unshown.happened(one.account() + " told that what it took was not shown: " + one.reason(),
                often -> LOG.warn("{} told that what it took was not shown, it goes another way: {}{}", one.account(), one.reason(),
                        often)));
    }

    private List<Delivery> batch() {
        var now = parts.clock().instant();
        var deliveries = parts.outbox().take(now, BATCH, LEASE, lines.full()).stream().map(taken -> new Delivery(taken, now, backoff))
                .toList();
        var open = deliveries.stream().filter(delivery -> delivery.result().isEmpty() && isTime(delivery, now)).toList();
        if (!open.isEmpty()) {
            var letters = letters(open);
            open.forEach(delivery -> write(delivery, letters));
        }
        return deliveries;
    }

    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.debug("an account takes longer than usual");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One entry that nobody can make anything of must not hold up the others: then each is looked up by itself. */
    private Letters letters(List<Delivery> open) {
        try {
            return parts.letters().of(open.stream().map(delivery -> delivery.taken().entry()).toList());
        } catch (RuntimeException e) {
            LOG.warn("recipients are looked up one by one, since not all could be at once: {}", e.getClass().getName());
            return parts.letters();
        }
    }

    private boolean isTime(Delivery delivery, Instant now) {
        boolean quiet = !delivery.isReply() && parts.quiet().isQuiet(now);
        if (quiet) {
            delivery.wait(parts.quiet().next(now), "quiet");
        }
        return !quiet;
    }

    private void write(Delivery delivery, Letters letters) {
        try {
            delivery.write(letters.letter(delivery.taken().entry()), parts.senders().keySet());
        } catch (RuntimeException e) {
            var entry = delivery.taken().entry();
            boolean hopeless = delivery.taken().heldUp().compareTo(HOPELESS) >= 0;
            String failure = "no letter of " + entry.kind() + ' ' + entry.occurrence().split(":", 2)[0] + " could be made, it is "
                    + (hopeless ? "given up: " : "tried again: ") + e.getClass().getName();
            unwritten.happened(failure, often -> LOG.warn("{}{}", failure, often));
            if (hopeless) {
                delivery.giveUp(NO_LETTER);
            } else {
                delivery.wait(parts.clock().instant().plus(backoff.busy(delivery.taken().attempts())), NO_LETTER);
            }
        }
    }

    /** Waits some seconds for calls that are under way, and makes no other. */
    @Override
    public void close() {
        lines.close();
    }

    boolean isClosing() {
        return lines.isClosing();
    }

    /**
     * What a relay works with.
     *
     * @param senders by the kind of their channel
     */
    public record Parts(Outbox outbox, Letters letters, Map<String, Sender> senders, QuietHours quiet, Clock clock,
            RandomGenerator random) {
        public Parts {
            senders = Map.copyOf(senders);
        }
    }
}
