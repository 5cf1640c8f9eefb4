package liaison.gateway.chat;

import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Transcript;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which address is connected here, tells it news, and makes all hearts beat. */
public final class ChatHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatHub.class);
    private static final int READS_AT_ONCE = 8;
    private static final int BEATS_AT_ONCE = 256;

    private final Transcript transcript;
    private final Executor readers;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chat-beat").factory());
    private final ConcurrentMap<Address, ChatHandler> connected = new ConcurrentHashMap<>();

    /** A hub that reads on virtual threads and beats until it is closed. */
    public static ChatHub start(Transcript transcript, Duration beat) {
        var threads = Thread.ofVirtual().name("chat-read-", 0).factory();
        // a storm of pages that come back waits here, not in the ledger's pool
        var turns = new Semaphore(READS_AT_ONCE, true);
        var hub = new ChatHub(transcript, work -> threads.newThread(() -> {
            turns.acquireUninterruptibly();
            try {
                work.run();
            } finally {
                turns.release();
            }
        }).start());
        hub.heart.scheduleWithFixedDelay(hub::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        return hub;
    }

    ChatHub(Transcript transcript, Executor readers) {
        this.transcript = transcript;
        this.readers = readers;
    }

    /** There may be more to read for this address than what it was told here; does nothing when it is not connected here. */
    public void news(Address address) {
        var handler = connected.get(address);
        if (handler != null) {
            handler.news();
        }
    }

    /** How many addresses are connected here. */
    public int size() {
        return connected.size();
    }

    Transcript transcript() {
        return transcript;
    }

    /** Runs a read off the event loop. */
    void read(Runnable work) {
        readers.execute(work);
    }

    /** Brings work to a connection's loop; a loop that has ended has nobody left to tell. */
    static void onLoop(ChannelHandlerContext ctx, Runnable work) {
        try {
            ctx.executor().execute(work);
        } catch (RejectedExecutionException ended) {
            LOG.debug("a connection's loop had ended");
        }
    }

    /** Whoever comes last has the talk. */
    void enter(Address address, ChatHandler handler) {
        var earlier = connected.put(address, handler);
        if (earlier != null && earlier != handler) {
            earlier.replaced();
        }
    }

    void leave(Address address, ChatHandler handler) {
        connected.remove(address, handler);
    }

    void beat() {
        var some = new ArrayList<Address>(BEATS_AT_ONCE);
        for (var address : connected.keySet()) {
            some.add(address);
            if (some.size() == BEATS_AT_ONCE) {
                beat(some);
                some.clear();
            }
        }
        beat(some);
    }

    private void beat(Collection<Address> addresses) {
        var last = lastOf(addresses);
        for (var address : addresses) {
            var handler = connected.get(address);
            if (handler != null) {
                handler.beat(last.getOrDefault(address, 0L));
            }
        }
    }

    private Map<Address, Long> lastOf(Collection<Address> addresses) {
        try {
            return addresses.isEmpty() ? Map.of() : transcript.last(addresses);
        } catch (RuntimeException failure) {
            LOG.warn("the last numbers of {} addresses could not be read", addresses.size(), failure);
            return Map.of();
        }
    }

    /** The address of a page: what its token is cannot be found out from it. */
    static Address addressOf(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return new Address(Channel.WEB_CHAT, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
