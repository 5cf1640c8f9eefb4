package liaison.gateway.seal;

import java.security.SecureRandom;

/** Random nonces for one thread, drawn many at a time: a draw costs more than sealing a message. */
final class Nonces {
    private static final int AT_ONCE = 64;

    private final SecureRandom random;
    private final byte[] drawn = new byte[AT_ONCE * Aead.NONCE];
    private int used = drawn.length;

    Nonces(SecureRandom random) {
        this.random = random;
    }

    void next(byte[] target, int from) {
        if (used == drawn.length) {
            random.nextBytes(drawn);
            used = 0;
        }
        System.arraycopy(drawn, used, target, from, Aead.NONCE);
        used += Aead.NONCE;
    }
}
