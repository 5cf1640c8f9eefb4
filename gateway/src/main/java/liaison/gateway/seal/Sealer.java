package liaison.gateway.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import liaison.bot.dialog.Seals;
import liaison.bot.message.Address;
import liaison.gateway.seal.Aead.Bytes;
import liaison.gateway.seal.Aead.Keys;
import liaison.gateway.seal.Aead.Mode;

/**
 * Seals by SM4-GCM or AES-256-GCM. A value is {@code format, algorithm, key version, nonce (12), ciphertext, tag (16)};
 * a wrapped data key is such a value under the master key.
 */
public final class Sealer implements Seals {
    static final byte FORMAT = 1;
    static final byte KEY_VERSION = 1;
    static final int HEADER = 3;
    private static final Context WRAPPING = new Context("data key", "", "");

    private final Algorithm algorithm;
    private final Keys masterKeys;
    private final ThreadLocal<Tools> tools;
    /** Rises whenever keys are forgotten. */
    private final AtomicInteger forgotten = new AtomicInteger();

    public Sealer(MasterKey master, Algorithm algorithm) {
        this(master, algorithm, System::nanoTime);
    }

    Sealer(MasterKey master, Algorithm algorithm, LongSupplier ticker) {
        this.algorithm = algorithm;
        byte[] bytes = master.bytes();
        masterKeys = Keys.of(KeyedHash.derive(bytes, "liaison wrap", Keys.LENGTH));
        byte[] lookUpKey = KeyedHash.derive(bytes, "liaison look-up", 32);
        tools = ThreadLocal.withInitial(() -> new Tools(new KeyedHash(lookUpKey), new UnwrappedKeys(ticker, forgotten)));
    }

    @Override
    public byte[] newKey() {
        var mine = tools.get();
        byte[] fresh = new byte[Keys.LENGTH];
        mine.random.nextBytes(fresh);
        byte[] wrapped = seal(mine, masterKeys, WRAPPING, fresh);
        mine.unwrapped.put(wrapped, Keys.of(fresh));
        return wrapped;
    }

    @Override
    public byte[] seal(byte[] wrappedKey, Context context, byte[] plain) {
        var mine = tools.get();
        return seal(mine, unwrap(mine, wrappedKey), context, plain);
    }

    @Override
    public byte[] open(byte[] wrappedKey, Context context, byte[] sealed) {
        var mine = tools.get();
        return open(mine, unwrap(mine, wrappedKey), context, sealed);
    }

    @Override
    public byte[] keyHash(Address address, String messageKey) {
        return Arrays.copyOf(tools.get().lookUps.of(framed(address.toString(), messageKey)), 16);
    }

    /** Drops all data keys from memory, for the owner of one was erased. */
    public void forgetKeys() {
        forgotten.incrementAndGet();
    }

    /**
     * Makes sure that the master key is the one these data keys were wrapped with; one that does not open may be damaged.
     *
     * @throws IllegalStateException where there are some and none opens
     */
    public void mustOpen(Collection<byte[]> wrappedKeys) {
        if (!wrappedKeys.isEmpty() && wrappedKeys.stream().noneMatch(this::opens)) {
            throw new IllegalStateException("the sealing key opens nothing of what the ledger holds: give back the one it was written with"
                    + " (liaison.seal.key, or the file seal.key of the demo's data folder)");
        }
    }

    private boolean opens(byte[] wrappedKey) {
        try {
            unwrap(tools.get(), wrappedKey);
            return true;
        } catch (SealBroken _) {
            return false;
        }
    }

    private Keys unwrap(Tools mine, byte[] wrappedKey) {
        return mine.unwrapped.find(wrappedKey).orElseGet(() -> {
            byte[] bytes = open(mine, masterKeys, WRAPPING, wrappedKey);
            if (bytes.length != Keys.LENGTH) {
                throw new SealBroken(WRAPPING.kind());
            }
            Keys keys = Keys.of(bytes);
            mine.unwrapped.put(wrappedKey, keys);
            return keys;
        });
    }

    private byte[] seal(Tools mine, Keys keys, Context context, byte[] plain) {
        byte[] sealed = new byte[HEADER + Aead.NONCE + plain.length + Aead.TAG];
        sealed[0] = FORMAT;
        sealed[1] = algorithm.code();
        sealed[2] = KEY_VERSION;
        mine.nonces.next(sealed, HEADER);
        try {
            mine.aead.apply(Mode.SEAL, algorithm, keys, new Bytes(sealed, HEADER), aad(sealed, context), new Bytes(plain, 0),
                    new Bytes(sealed, HEADER + Aead.NONCE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal: " + context.kind(), e);
        }
        return sealed;
    }

    private byte[] open(Tools mine, Keys keys, Context context, byte[] sealed) {
        int head = HEADER + Aead.NONCE;
        if (sealed.length < head + Aead.TAG || sealed[0] != FORMAT || sealed[2] != KEY_VERSION) {
            throw new SealBroken(context.kind());
        }
        byte[] plain = new byte[sealed.length - head - Aead.TAG];
        try {
            mine.aead.apply(Mode.OPEN, algorithmOf(sealed, context), keys, new Bytes(sealed, HEADER), aad(sealed, context),
                    new Bytes(sealed, head), new Bytes(plain, 0));
        } catch (GeneralSecurityException _) {
            throw new SealBroken(context.kind());
        }
        return plain;
    }

    private static Algorithm algorithmOf(byte[] sealed, Context context) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.code() == sealed[1]) {
                return algorithm;
            }
        }
        throw new SealBroken(context.kind());
    }

    private static byte[] aad(byte[] sealed, Context context) {
        byte[] place = framed(context.kind(), context.owner(), context.row());
        byte[] aad = new byte[HEADER + place.length];
        System.arraycopy(sealed, 0, aad, 0, HEADER);
        System.arraycopy(place, 0, aad, HEADER, place.length);
        return aad;
    }

    /** What one thread works with, costly to make and not to be shared. */
    private static final class Tools {
        private final Aead aead = new Aead();
        private final SecureRandom random = new SecureRandom();
        private final Nonces nonces = new Nonces(random);
        private final KeyedHash lookUps;
        private final UnwrappedKeys unwrapped;

        Tools(KeyedHash lookUps, UnwrappedKeys unwrapped) {
            this.lookUps = lookUps;
            this.unwrapped = unwrapped;
        }
    }

    /** Each text behind its length, so that no two lists of texts are alike. */
    private static byte[] framed(String... texts) {
        byte[][] parts = new byte[texts.length][];
        int length = 0;
        for (int i = 0; i < texts.length; i++) {
            parts[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + parts[i].length;
        }
        ByteBuffer framed = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            framed.putInt(part.length).put(part);
        }
        return framed.array();
    }
}
