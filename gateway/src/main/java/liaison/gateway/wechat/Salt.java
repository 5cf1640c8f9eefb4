package liaison.gateway.wechat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Random bytes for one connection, drawn many at once: each draw is a call to the system, and a reply needs few. */
final class Salt {
    private static final int DRAWN = 1024;

    private final SecureRandom random;
    private final ByteBuffer bytes = ByteBuffer.allocate(DRAWN).limit(0);

    Salt(SecureRandom random) {
        this.random = random;
    }

    byte[] bytes(int count) {
        byte[] taken = new byte[count];
        drawn(count).get(taken);
        return taken;
    }

    /** Sixteen hexadecimal digits. */
    String nonce() {
        return Long.toHexString(drawn(Long.BYTES).getLong() | Long.MIN_VALUE);
    }

    private ByteBuffer drawn(int count) {
        if (bytes.remaining() < count) {
            random.nextBytes(bytes.array());
            bytes.clear();
        }
        return bytes;
    }
}
