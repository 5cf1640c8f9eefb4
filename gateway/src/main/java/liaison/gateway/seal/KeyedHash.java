package liaison.gateway.seal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SM3 under one key, for one thread. */
final class KeyedHash {
    private final HMac mac = new HMac(new SM3Digest());

    KeyedHash(byte[] key) {
        mac.init(new KeyParameter(key));
    }

    byte[] of(byte[] text) {
        byte[] hash = new byte[mac.getMacSize()];
        mac.update(text, 0, text.length);
        mac.doFinal(hash, 0);
        return hash;
    }

    /** A key for one purpose, by HKDF with SM3. */
    static byte[] derive(byte[] master, String purpose, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SM3Digest());
        generator.init(new HKDFParameters(master, new byte[0], purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[length];
        generator.generateBytes(key, 0, length);
        return key;
    }
}
