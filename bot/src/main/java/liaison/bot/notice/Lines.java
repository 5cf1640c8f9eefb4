package liaison.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Recurrences;
import liaison.bot.message.Sender;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Way;
import liaison.bot.notice.Outbox.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each account, with a bounded number of entries under way on it: whoever's platform is slow holds up itself alone. An entry
 * whose next way is another account's goes over to that one's line.
 */
final class Lines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    /** Few enough that what waits for an answer fits into memory, many enough for thousands of calls a second. */
    static final int ROOM = 64;
    private static final Duration LEASE = OutboxRelay.LEASE;
    /** One call of ours, and what is written about it. */
    private static final Duration END = Duration.ofSeconds(8);

    private final OutboxRelay.Parts parts;
    private final Backoff backoff;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Channel, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Recurrences failures = new Recurrences();
    private volatile boolean closing;

    Lines(OutboxRelay.Parts parts, Backoff backoff) {
        this.parts = parts;
        this.backoff = backoff;
    }

    /** The accounts that take nothing more now. */
    Set<Channel> full() {
        return rooms.entrySet().stream().filter(line -> line.getValue().availablePermits() == 0).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isClosing() {
        return closing;
    }

    /**
     * Sends each delivery that is open by its line, and settles all. Done when that has happened, but for lines that were busy before:
     * nobody waits for those.
     */
    CompletableFuture<Void> send(List<Delivery> deliveries) {
        var settled = new ArrayList<Delivery>();
        var byLine = new LinkedHashMap<Channel, List<Delivery>>();
        for (var delivery : deliveries) {
            delivery.next().ifPresentOrElse(
                    route -> byLine.computeIfAbsent(route.to().channel(), line -> new ArrayList<>()).add(delivery),
                    () -> settled.add(delivery));
        }
        var awaited = new ArrayList<CompletableFuture<Void>>();
        byLine.forEach((line, its) -> {
            var room = rooms.computeIfAbsent(line, one -> new Semaphore(ROOM));
            boolean idle = room.availablePermits() == ROOM;
            var mine = new ArrayList<Delivery>();
            for (var delivery : its) {
                if (!closing && room.tryAcquire()) {
                    mine.add(delivery);
                } else {
                    delivery.wait(later(delivery), "busy");
                    settled.add(delivery);
                }
            }
            if (!mine.isEmpty()) {
                var sent = CompletableFuture.supplyAsync(() -> begin(line, room, mine), threads).thenCompose(Function.identity());
                if (idle) {
                    awaited.add(sent);
                }
            }
        });
        settle(settled);
        return CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new));
    }

    private Instant later(Delivery delivery) {
        var now = parts.clock().instant();
        return closing ? now : now.plus(backoff.busy(delivery.taken().attempts()));
    }

    private CompletableFuture<Void> begin(Channel line, Semaphore room, List<Delivery> its) {
        try {
            return send(over(line, its));
        } catch (RuntimeException failure) {
            LOG.error("what goes out by {} is looked at again when its lease ends", line, failure);
            return CompletableFuture.allOf();
        } finally {
            room.release(its.size());
        }
    }

    /** One way for all, then the next way for those it was closed to; answers those that go on by another line. */
    private List<Delivery> over(Channel line, List<Delivery> its) {
        var elsewhere = new ArrayList<Delivery>();
        var open = its;
        while (!open.isEmpty()) {
            var turn = turn(open);
            var tried = tryAll(ours(turn));
            var later = open.stream().filter(delivery -> !turn.contains(delivery)).toList();
            stop(later, tried);
            settle(Stream.concat(tried.stream(), later.stream()).filter(delivery -> delivery.result().isPresent()).toList());
            var next = open.stream().filter(delivery -> tried.contains(delivery) || later.contains(delivery))
                    .filter(delivery -> delivery.result().isEmpty()).toList();
            var here = next.stream().filter(delivery -> !closing && delivery.next().orElseThrow().to().channel().equals(line)).toList();
            next.stream().filter(delivery -> !here.contains(delivery)).forEach(elsewhere::add);
            open = here;
        }
        return elsewhere;
    }

    /**
     * Whoever wrote opens the way for a few messages: these go one after the other, in the order in which they came due, and none before
     * what came due earlier and is still tried by another way.
     */
    private static List<Delivery> turn(List<Delivery> open) {
        var turn = new ArrayList<Delivery>();
        var busy = new HashSet<Address>();
        for (var delivery : open) {
            var route = delivery.next().orElseThrow();
            boolean isFirst = busy.add(route.to());
            if (isFirst || route.way() != Way.TALK) {
                turn.add(delivery);
            }
        }
        return turn;
    }

    /** Where somebody is not reached for the moment, what was to follow does not wait for one call after the other. */
    private void stop(List<Delivery> later, List<Delivery> tried) {
        var stopped = tried.stream().flatMap(delivery -> delivery.result().stream())
                .filter(result -> result.state() == Outbox.State.PENDING && result.hold() != Outbox.Hold.KEPT)
                .map(result -> result.entry().recipient()).collect(Collectors.toSet());
        later.stream().filter(delivery -> stopped.contains(delivery.taken().entry().recipient()))
                .forEach(delivery -> delivery.wait(later(delivery), "busy"));
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

    private List<Delivery> tryAll(List<Delivery> open) {
        var calls = new ArrayList<Callable<Sender.Result>>();
        for (var delivery : open) {
            var message = delivery.message();
            var way = delivery.next().orElseThrow().way();
            calls.add(() -> call(message, way));
        }
        try {
            var answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                open.get(i).tried(answers.get(i).get());
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Sender.Result call(OutboundMessage message, Way way) {
        try {
            var sender = parts.senders().get(message.to().channel().kind());
            return sender == null ? new Sender.Result.Rejected(Cause.NEVER, "no-channel") : sender.send(message, way);
        } catch (RuntimeException e) {
            String failure = message.to().channel() + " failed and is tried again: " + e.getClass().getName();
            failures.happened(failure, often -> LOG.warn("a call by {}{}", failure, often));
            return new Sender.Result.Rejected(Cause.LATER, "not-reached");
        }
    }

    private void settle(Collection<Delivery> ended) {
        parts.outbox().settle(ended.stream().flatMap(delivery -> delivery.result().stream()).toList());
    }

    /** Lets calls end that were begun, and begins no other: what was not tried goes out by whoever comes next. */
    @Override
    public void close() {
        closing = true;
        try {
            // not shut down first: what a call leaves open is settled by the same threads
            if (!idle()) {
                LOG.warn("calls that do not end are left to their leases");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private boolean idle() throws InterruptedException {
        long end = System.nanoTime() + END.toNanos();
        for (var room : rooms.values()) {
            if (!room.tryAcquire(ROOM, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
            room.release(ROOM);
        }
        return true;
    }
}
