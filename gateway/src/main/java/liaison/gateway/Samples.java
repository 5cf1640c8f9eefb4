package liaison.gateway;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/** Secrets that stand in documentation, or that somebody typed to have any. */
final class Samples {
    private static final Set<String> WORDS = Set.of("token", "test", "testtoken", "test-secret", "sample", "secret", "changeme",
            "change-me", "123456");
    /** Random bytes have far more different ones, and hardly any that follow one another. */
    private static final int LEAST_DIFFERENT = 4;

    private Samples() {
    }

    /** Whether it is a word that samples use. */
    static boolean isWord(String secret) {
        return WORDS.contains(secret.toLowerCase(Locale.ROOT));
    }

    /** Whether a key is of few characters, or mostly counts upwards. */
    static boolean isKey(String key) {
        return isKey(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    static boolean isKey(byte[] key) {
        var different = new BitSet();
        int steps = 0;
        for (int i = 0; i < key.length; i++) {
            different.set(key[i] & 0xff);
            steps += i > 0 && key[i] - key[i - 1] == 1 ? 1 : 0;
        }
        return different.cardinality() * LEAST_DIFFERENT < key.length || steps * 2 > key.length;
    }
}
