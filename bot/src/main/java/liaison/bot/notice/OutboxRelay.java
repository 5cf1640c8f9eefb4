package liaison.bot.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import liaison.bot.calendar.QuietHours;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Outbox.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves due entries of the outbox to the channels, many at once, each settled as soon as its batch ends. */
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** Few enough that a batch ends within its lease even where every call times out on every way. */
    private static final int BATCH = 64;
    /** A run ends now and then, so that a server that stops need not wait for all. */
    private static final int MOST_BATCHES = 16;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Parts parts;
    private final Backoff backoff;

    public OutboxRelay(Parts parts) {
        this.parts = parts;
        backoff = new Backoff(parts.random());
    }

    /** Sends what is due, a thousand or so at most; answers how many entries were taken. */
    public int run() {
        int all = 0;
        for (int i = 0; i < MOST_BATCHES && !Thread.currentThread().isInterrupted(); i++) {
            int taken = batch();
            all += taken;
            if (taken < BATCH) {
                break;
            }
        }
        return all;
    }

    private int batch() {
        var now = parts.clock().instant();
        var deliveries = parts.outbox().take(now, BATCH, LEASE).stream().map(taken -> new Delivery(taken, now, backoff)).toList();
        var open = deliveries.stream().filter(delivery -> delivery.result().isEmpty() && isTime(delivery, now)).toList();
        if (!open.isEmpty()) {
            var letters = letters(open);
            open.forEach(delivery -> write(delivery, letters));
        }
        send(deliveries);
        parts.outbox().settle(deliveries.stream().flatMap(delivery -> delivery.result().stream()).toList());
        return deliveries.size();
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
            LOG.warn("no letter could be made, it is tried again: {}", e.getClass().getName());
            delivery.wait(parts.clock().instant().plus(backoff.busy(delivery.taken().attempts())), "no-letter");
        }
    }

    /** One way for all, then the next way for those it was closed to. */
    private void send(List<Delivery> deliveries) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var open = deliveries;
            while (!open.isEmpty()) {
                open = ours(open.stream().filter(delivery -> delivery.result().isEmpty()).toList());
                tryAll(open, threads);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those whose lease still holds, now that how they go out is on record. */
    private List<Delivery> ours(List<Delivery> open) {
        var byKey = new HashMap<String, Delivery>();
        var attempts = new ArrayList<Attempt>();
        for (var delivery : open) {
            byKey.put(delivery.taken().entry().key(), delivery);
            attempts.add(new Attempt(delivery.taken(), delivery.next().orElseThrow().toString()));
        }
        return parts.outbox().begin(attempts, LEASE).stream()
                .flatMap(attempt -> Stream.ofNullable(byKey.get(attempt.taken().entry().key()))).toList();
    }

    private void tryAll(List<Delivery> open, ExecutorService threads) throws InterruptedException {
        var calls = new ArrayList<Callable<Sender.Result>>();
        for (var delivery : open) {
            var message = delivery.message();
            var way = delivery.next().orElseThrow().way();
            calls.add(() -> call(message, way));
        }
        var answers = threads.invokeAll(calls);
        for (int i = 0; i < answers.size(); i++) {
            try {
                open.get(i).tried(answers.get(i).get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Sender.Result call(OutboundMessage message, Way way) {
        try {
            var sender = parts.senders().get(message.to().channel().kind());
            return sender == null ? new Sender.Result.Rejected(Cause.NEVER, "no-channel") : sender.send(message, way);
        } catch (RuntimeException e) {
            LOG.warn("a call by {} failed and is tried again: {}", message.to().channel(), e.getClass().getName());
            return new Sender.Result.Rejected(Cause.LATER, "not-reached");
        }
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
