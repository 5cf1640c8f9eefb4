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
import java.util.concurrent.atomic.AtomicLong;
import liaison.bot.dialog.Dialogs;
import liaison.bot.message.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
            local old = redis.call('getrange', KEYS[1], 0, 7)
            if #old < 8 or old < string.sub(ARGV[1], 1, 8) then
                redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2])
            end
            """.getBytes(StandardCharsets.UTF_8);

    private final UnifiedJedis redis;
    private final byte[] seconds;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
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
        attempt(() -> {
            var values = new ArrayList<Response<byte[]>>();
            try (var pipeline = redis.pipelined()) {
                wanted.forEach(address -> values.add(pipeline.get(key(address))));
            }
            for (int i = 0; i < wanted.size(); i++) {
                byte[] value = values.get(i).get();
                if (value != null) {
                    found.put(wanted.get(i), kept(wanted.get(i), value));
                }
            }
        });
        return found;
    }

    @Override
    public void put(Collection<Kept> kept) {
        if (kept.isEmpty()) {
            return;
        }
        attempt(() -> {
            if (script.length == 0) {
                script = redis.scriptLoad(PUT, key("any"));
            }
            var answers = new ArrayList<Response<Object>>();
            try (var pipeline = redis.pipelined()) {
                for (var one : kept) {
                    answers.add(pipeline.evalsha(script, List.of(key(one.address())), List.of(value(one), seconds)));
                }
            }
            // a restarted Redis has forgotten the script
            answers.forEach(Response::get);
        });
    }

    @Override
    public void drop(Collection<Address> addresses) {
        if (!addresses.isEmpty()) {
            attempt(() -> redis.del(addresses.stream().map(RedisDialogs::key).toArray(byte[][]::new)));
        }
    }

    private void attempt(Runnable call) {
        if (System.nanoTime() - restUntil.get() < 0) {
            return;
        }
        try {
            call.run();
        } catch (JedisException | IndexOutOfBoundsException | BufferUnderflowException failure) {
            script = new byte[0];
            restUntil.set(System.nanoTime() + REST.toNanos());
            LOG.warn("Redis does not answer as it should, the journal does without: {}", failure.toString());
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
