package liaison.gateway.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** GCM with a 12-byte nonce and a 16-byte tag, by one thread: the ciphers are costly to make and good for many values. */
final class Aead {
    static final int NONCE = 12;
    static final int TAG = 16;

    private final Cipher aes;
    private final GCMModeCipher sm4 = GCMBlockCipher.newInstance(new SM4Engine());

    Aead() {
        try {
            aes = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES-GCM", e);
        }
    }

    /** Encrypts or decrypts what stands in a buffer from {@code from} on into another one. */
    void apply(Mode mode, Algorithm algorithm, Keys keys, Bytes nonce, byte[] aad, Bytes in, Bytes out) throws GeneralSecurityException {
        switch (algorithm) {
            case AES -> aes(mode, keys, nonce, aad, in, out);
            case SM4 -> sm4(mode, keys, nonce, aad, in, out);
        }
    }

    private void aes(Mode mode, Keys keys, Bytes nonce, byte[] aad, Bytes in, Bytes out) throws GeneralSecurityException {
        aes.init(mode == Mode.SEAL ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, keys.aes(),
                new GCMParameterSpec(TAG * 8, nonce.array(), nonce.from(), NONCE));
        aes.updateAAD(aad);
        aes.doFinal(in.array(), in.from(), in.length(), out.array(), out.from());
    }

    private void sm4(Mode mode, Keys keys, Bytes nonce, byte[] aad, Bytes in, Bytes out) throws GeneralSecurityException {
        sm4.init(mode == Mode.SEAL, new AEADParameters(keys.sm4(), TAG * 8, nonce.copy(NONCE), aad));
        int done = sm4.processBytes(in.array(), in.from(), in.length(), out.array(), out.from());
        try {
            sm4.doFinal(out.array(), out.from() + done);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }

    enum Mode {
        SEAL, OPEN
    }

    /** What stands in an array from an index to its end. */
    record Bytes(byte[] array, int from) {
        int length() {
            return array.length - from;
        }

        byte[] copy(int length) {
            return Arrays.copyOfRange(array, from, from + length);
        }
    }

    /** One key for each algorithm. */
    record Keys(SecretKeySpec aes, KeyParameter sm4) {
        static final int LENGTH = 48;

        static Keys of(byte[] bytes) {
            return new Keys(new SecretKeySpec(bytes, 0, 32, "AES"), new KeyParameter(bytes, 32, 16));
        }
    }
}
