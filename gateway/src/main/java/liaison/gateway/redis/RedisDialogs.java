package liaison.gateway.redis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import liaison.bot.dialog.Dialogs;
import liaison.bot.message.Address;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Dialogs in Redis under {@code dialog:{address}}: eight bytes of number, the length of the key, the key, the dialog. A
 * thread of its own puts them there, while the next batch is on its way to the ledger. After a failure Redis is left alone
 * for a moment, so that a dead one costs a message nothing.
 *
 * <p>What was put here last is also kept here, as long as no other node serves the same residents: a dialog that turned out
 * to be wrong says that one does, and for a minute Redis alone is asked.
 */
public final class RedisDialogs implements Dialogs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisDialogs.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration SHARED = Duration.ofMinutes(1);
    /** Bytes of keys and dialogs, of some ten thousand residents. */
    private static final long NEAR_BYTES = 16L << 20;
    /** People say one thing in several short messages: only the dialog behind the last of them is worth a write. */
    private static final long GATHER_MILLIS = 500;
    /** Another node may need it with the next message; even so the next batch's look-up goes first. */
    private static final long GATHER_SHARED_MILLIS = 20;
    /** Redis does one thing at a time: so many at once keep others waiting for half a millisecond. */
    private static final int AT_ONCE = 100;
    private static final byte[] PUT = """
            local call, seconds = redis.call, ARGV[1]
            for i, key in ipairs(KEYS) do
                local new = ARGV[i + 1]
                local old = call('getrange', key, '0', '7')
                if #old < 8 or old < string.sub(new, 1, 8) then
                    call('set', key, new, 'EX', seconds)
                end
            end
            """.getBytes(StandardCharsets.UTF_8);

    private final UnifiedJedis redis;
    private final byte[] seconds;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final Recurrences said = new Recurrences();
    private final AtomicLong failures = new AtomicLong();
    private final Map<Address, Kept> underWay = new ConcurrentHashMap<>();
    private final NearDialogs near = new NearDialogs(NEAR_BYTES);
    private final AtomicLong sharedUntil = new AtomicLong(System.nanoTime());
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("dialogs").factory());

    /** Each dialog is kept for the time to live since its last message. */
    public RedisDialogs(UnifiedJedis redis, Duration timeToLive) {
        this.redis = redis;
        seconds = Long.toString(timeToLive.toSeconds()).getBytes(StandardCharsets.US_ASCII);
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Map<Address, Kept> get(Collection<Address> addresses) {
        var found = new HashMap<Address, Kept>();
        if (!isShared()) {
            near.find(addresses, found);
        }
        var wanted = new ArrayList<Address>();
        for (var address : addresses) {
            var kept = underWay.get(address);
            if (kept != null) {
                found.merge(address, kept, RedisDialogs::later);
            } else if (!found.containsKey(address)) {
                wanted.add(address);
            }
        }
        if (!wanted.isEmpty()) {
            attempt(() -> {
                var values = redis.mget(wanted.stream().map(RedisDialogs::key).toArray(byte[][]::new));
                for (int i = 0; i < wanted.size(); i++) {
                    byte[] value = values.get(i);
                    if (value != null) {
                        found.put(wanted.get(i), kept(wanted.get(i), value));
                    }
                }
            });
        }
        return found;
    }

    @Override
    public void put(Collection<Kept> kept) {
        boolean shared = isShared();
        for (var one : kept) {
            underWay.merge(one.address(), one, RedisDialogs::later);
        }
        if (!shared) {
            near.put(kept);
        }
        if (!kept.isEmpty() && gathering.compareAndSet(false, true)) {
            try {
                writer.schedule(this::write, shared ? GATHER_SHARED_MILLIS : GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.debug("dialogs that came after the end are left to the journal");
            }
        }
    }

    @Override
    public void drop(Collection<Address> addresses) {
        if (!addresses.isEmpty()) {
            sharedUntil.set(System.nanoTime() + SHARED.toNanos());
            near.clear();
            addresses.forEach(underWay::remove);
            attempt(() -> redis.del(addresses.stream().map(RedisDialogs::key).toArray(byte[][]::new)));
        }
    }

    /** Writes what is under way, and ends; a second is enough for it, or it is left to the journal. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (writer.awaitTermination(1, TimeUnit.SECONDS)) {
                write();
            } else {
                writer.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        gathering.set(false);
        var puts = List.copyOf(underWay.values());
        for (int from = 0; from < puts.size(); from += AT_ONCE) {
            send(puts.subList(from, Math.min(puts.size(), from + AT_ONCE)));
        }
    }

    private void send(List<Kept> puts) {
        var keys = new ArrayList<byte[]>();
        var values = new ArrayList<byte[]>();
        values.add(seconds);
        for (var one : puts) {
            keys.add(key(one.address()));
            values.add(value(one));
        }
        try {
            attempt(() -> redis.eval(PUT, keys, values));
        } finally {
            puts.forEach(one -> underWay.remove(one.address(), one));
        }
    }

    private static Kept later(Kept one, Kept other) {
        return other.seq() > one.seq() ? other : one;
    }

    /** How often Redis did not answer as it should. */
    public long failures() {
        return failures.get();
    }

    private boolean isShared() {
        return System.nanoTime() - sharedUntil.get() < 0;
    }

    private void attempt(Runnable call) {
        if (System.nanoTime() - restUntil.get() < 0) {
            return;
        }
        try {
            call.run();
        } catch (JedisException | IndexOutOfBoundsException | BufferUnderflowException failure) {
            restUntil.set(System.nanoTime() + REST.toNanos());
            failures.incrementAndGet();
            said.happened("redis", often -> LOG.warn("Redis does not answer as it should, the journal does without: {}{}",
                    failure.toString(), often));
        }
    }

    private static byte[] key(Address address) {
        return key(address.toString());
    }

    private static byte[] key(String address) {
        return ("dialog:{" + address + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] value(Kept kept) {
        return ByteBuffer.allocate(Long.BYTES + 2 + kept.wrappedKey().length + kept.dialog().length).putLong(kept.seq())
                .putShort((short) kept.wrappedKey().length).put(kept.wrappedKey()).put(kept.dialog()).array();
    }

    private static Kept kept(Address address, byte[] value) {
        var in = ByteBuffer.wrap(value);
        long seq = in.getLong();
        byte[] key = new byte[in.getShort()];
        in.get(key);
        byte[] dialog = new byte[in.remaining()];
        in.get(dialog);
        return new Kept(address, seq, key, dialog);
    }
}
