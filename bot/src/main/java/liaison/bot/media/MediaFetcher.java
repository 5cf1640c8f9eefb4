package liaison.bot.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import liaison.bot.media.Fetches.Kept;
import liaison.bot.media.Fetches.Result;
import liaison.bot.media.Fetches.Taken;
import liaison.bot.media.MediaInspector.Inspected;
import liaison.bot.media.MediaSource.Fetched;
import liaison.bot.notice.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what was sent while the platform still has it, checks, seals and stores it, and tells its sender where that failed. */
public final class MediaFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(MediaFetcher.class);
    /** Few, since each may be 10 MiB, and a picture some more while it is read. */
    private static final int BATCH = 4;
    private static final int MOST_BATCHES = 64;
    /** Longer than a slow fetch takes; what is taken over once more meanwhile is stored under the same key. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** As long as the platform keeps what was sent. */
    private static final Duration KEPT_THERE = Duration.ofDays(3);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;
    private static final Duration WORTH_TELLING = Duration.ofDays(7);
    /** Facts of an entry of kind reply: the text that is said, and of what. */
    public static final String SAY = "say";
    public static final String KIND = "kind";
    /** Fact beside them: how many of them; one where it is missing. */
    public static final String COUNT = "count";
    /** What is the same is said once for all that ended meanwhile: a person has five messages. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Parts parts;

    public MediaFetcher(Parts parts) {
        this.parts = parts;
    }

    /** Seals a content under its owner's key, to its place. */
    public interface Sealing {
        byte[] seal(Taken taken, byte[] content);
    }

    /** What is counted: how each attempt ended. */
    public interface Meters {
        void ended(MediaState state);
    }

    /** What a fetcher works with. */
    public record Parts(Fetches fetches, MediaSource source, MediaInspector inspector, Sealing sealing, MediaStore store, Clock clock,
            RandomGenerator random, Meters meters) {
    }

    /** Fetches what is due; answers how many rows were taken. */
    public int run() {
        int all = 0;
        for (int i = 0; i < MOST_BATCHES && !Thread.currentThread().isInterrupted(); i++) {
            var taken = parts.fetches().take(parts.clock().instant(), BATCH, LEASE);
            all += taken.size();
            fetch(taken);
            if (taken.size() < BATCH) {
                break;
            }
        }
        return all;
    }

    /** One that fails never keeps the others. */
    private void fetch(List<Taken> taken) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(one -> threads.execute(() -> settle(one)));
        }
    }

    private void settle(Taken taken) {
        try {
            var result = result(taken);
            if (parts.fetches().settle(result)) {
                parts.meters().ended(result.state());
                say(result);
            }
        } catch (RuntimeException failure) {
            LOG.error("what became of a {} at {} could not be recorded, it is fetched again: {}", taken.kind().code(),
                    taken.key().address().channel(), failure.getClass().getName());
        }
    }

    private Result result(Taken taken) {
        if (taken.wrappedKey().length == 0) {
            return ended(taken, MediaState.GONE, "erased", Optional.empty());
        }
        // whatever ended the tries before left no other trace
        if (taken.attempts() > 1 && parts.clock().instant().isAfter(taken.sentAt().plus(KEPT_THERE).plus(LONGEST))) {
            return told(taken, MediaState.GONE, "too-late");
        }
        try {
            return switch (parts.source().fetch(taken.key().address(), taken.mediaId())) {
                case Fetched.Content(var bytes) -> stored(taken, bytes);
                case Fetched.Later(var reason) -> later(taken, reason);
                case Fetched.Never(var reason) -> told(taken, MediaState.GONE, reason);
                case Fetched.TooLong() -> told(taken, MediaState.REFUSED, "too-long");
            };
        } catch (RuntimeException failure) {
            return later(taken, failure.getClass().getSimpleName());
        }
    }

    private Result stored(Taken taken, byte[] bytes) {
        return switch (parts.inspector().inspect(taken.kind(), bytes)) {
            case Inspected.Unfit(var reason) -> told(taken, MediaState.REFUSED, reason);
            case Inspected.Fit(var type, var content) -> {
                byte[] sealed = parts.sealing().seal(taken, content);
                parts.store().put(taken.key(), sealed);
                yield new Result(taken, MediaState.STORED, Instant.EPOCH, "", new Kept(type, content.length, sha256(sealed)),
                        Optional.empty());
            }
        };
    }

    private Result later(Taken taken, String reason) {
        var next = parts.clock().instant().plus(pause(taken.attempts()));
        return next.isAfter(taken.sentAt().plus(KEPT_THERE))
                ? told(taken, MediaState.GONE, reason)
                : new Result(taken, MediaState.PENDING, next, reason, Kept.NOTHING, Optional.empty());
    }

    /** Twice as long each time, and somewhere in its second half, so that nodes spread. */
    private Duration pause(int attempts) {
        long doubled = FIRST.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        long full = Math.min(LONGEST.toMillis(), doubled);
        return Duration.ofMillis(full / 2 + parts.random().nextLong(full / 2 + 1));
    }

    private Result told(Taken taken, MediaState state, String reason) {
        var address = taken.key().address();
        var now = parts.clock().instant();
        return ended(taken, state, reason, Optional.of(new OutboxEntry(address.toString(), "reply", "media:" + taken.key().seq(),
                address.toString(), "1", now.plus(TOGETHER), now.plus(WORTH_TELLING),
                Map.of(SAY, "media-" + state.code(), KIND, "media-" + taken.kind().code()))));
    }

    private static Result ended(Taken taken, MediaState state, String reason, Optional<OutboxEntry> told) {
        return new Result(taken, state, Instant.EPOCH, reason, Kept.NOTHING, told);
    }

    private static void say(Result result) {
        var taken = result.taken();
        switch (result.state()) {
            case STORED -> LOG.debug("a {} at {} is stored", taken.kind().code(), taken.key().address().channel());
            case PENDING -> LOG.warn("a {} at {} was not fetched in {} tries and is tried again: {}", taken.kind().code(),
                    taken.key().address().channel(), taken.attempts(), result.reason());
            case REFUSED, GONE -> LOG.warn("a {} at {} is {}: {}", taken.kind().code(), taken.key().address().channel(),
                    result.state().code(), result.reason());
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
