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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import liaison.bot.dialog.Dialogs;
import liaison.bot.message.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Dialogs in Redis under {@code dialog:{address}}: eight bytes of number, the length of the key, the key, the dialog. After
 * a failure Redis is left alone for a moment, so that a dead one costs a message nothing.
 */
public final class RedisDialogs implements Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(RedisDialogs.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final byte[] PUT = """
            for i, key in ipairs(KEYS) do
                local old = redis.call('getrange', key, 0, 7)
                if #old < 8 or old < string.sub(ARGV[i + 1], 1, 8) then
                    redis.call('set', key, ARGV[i + 1], 'EX', ARGV[1])
                end
            end
            """.getBytes(StandardCharsets.UTF_8);

    private final UnifiedJedis redis;
    private final byte[] seconds;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final ThreadLocal<List<Kept>> waiting = ThreadLocal.withInitial(ArrayList::new);
    private volatile byte[] script = {};

    /** Each dialog is kept for the time to live since its last message. */
    public RedisDialogs(UnifiedJedis redis, Duration timeToLive) {
        this.redis = redis;
        seconds = Long.toString(timeToLive.toSeconds()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<Address, Kept> get(Collection<Address> addresses) {
        var wanted = List.copyOf(addresses);
        var found = new HashMap<Address, Kept>();
        if (wanted.isEmpty()) {
            return found;
        }
        attempt(pipeline -> {
            var values = pipeline.mget(wanted.stream().map(RedisDialogs::key).toArray(byte[][]::new));
            pipeline.sync();
            for (int i = 0; i < wanted.size(); i++) {
                byte[] value = values.get().get(i);
                if (value != null) {
                    found.put(wanted.get(i), kept(wanted.get(i), value));
                }
            }
        });
        return found;
    }

    /** One round trip less for each batch: a put waits for the next get. */
    @Override
    public void put(Collection<Kept> kept) {
        waiting.get().addAll(kept);
    }

    @Override
    public void flush() {
        if (!waiting.get().isEmpty()) {
            attempt(AbstractPipeline::sync);
        }
    }

    @Override
    public void drop(Collection<Address> addresses) {
        if (!addresses.isEmpty()) {
            waiting.get().removeIf(kept -> addresses.contains(kept.address()));
            attempt(pipeline -> {
                pipeline.del(addresses.stream().map(RedisDialogs::key).toArray(byte[][]::new));
                pipeline.sync();
            });
        }
    }

    /** Puts what waits, then makes a call, which syncs. */
    private void attempt(Consumer<AbstractPipeline> call) {
        var puts = List.copyOf(waiting.get());
        waiting.get().clear();
        if (System.nanoTime() - restUntil.get() < 0) {
            return;
        }
        try {
            if (!puts.isEmpty() && script.length == 0) {
                script = redis.scriptLoad(PUT, key("any"));
            }
            try (var pipeline = redis.pipelined()) {
                var put = puts.isEmpty() ? Optional.<Response<Object>>empty() : Optional.of(put(pipeline, puts));
                call.accept(pipeline);
                // a restarted Redis has forgotten the script: its error comes to light here
                put.ifPresent(Response::get);
            }
        } catch (JedisException | IndexOutOfBoundsException | BufferUnderflowException failure) {
            script = new byte[0];
            restUntil.set(System.nanoTime() + REST.toNanos());
            LOG.warn("Redis does not answer as it should, the journal does without: {}", failure.toString());
        }
    }

    private Response<Object> put(AbstractPipeline pipeline, List<Kept> puts) {
        var keys = new ArrayList<byte[]>();
        var values = new ArrayList<byte[]>();
        values.add(seconds);
        for (var one : puts) {
            keys.add(key(one.address()));
            values.add(value(one));
        }
        return pipeline.evalsha(script, keys, values);
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
