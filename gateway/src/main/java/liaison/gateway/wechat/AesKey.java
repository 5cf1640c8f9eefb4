package liaison.gateway.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An EncodingAESKey: AES-256-CBC over 16 random bytes, the message's length, the message and the receiver's id, padded
 * to blocks of 32 bytes, which no padding of the JDK does.
 */
public final class AesKey {
    static final int RANDOM = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]{43}");
    private static final int HEADER = RANDOM + Integer.BYTES;
    private static final int BLOCK = 32;
    private static final int CIPHER_BLOCK = 16;
    /** To find one among the providers takes as long as to encrypt. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(AesKey::cipher);

    private final SecretKeySpec key;
    private final IvParameterSpec iv;

    AesKey(String encoded) {
        if (!isForm(encoded)) {
            throw new IllegalArgumentException("an aes-key has 43 characters");
        }
        byte[] bytes = Base64.getDecoder().decode(encoded + "=");
        key = new SecretKeySpec(bytes, "AES");
        iv = new IvParameterSpec(bytes, 0, CIPHER_BLOCK);
    }

    /** Whether it has the form of one: 43 characters of Base64, as the platform shows it. */
    public static boolean isForm(String encoded) {
        return FORM.matcher(encoded).matches();
    }

    /** The message within; refused when it is broken or meant for another receiver. */
    byte[] decrypt(String encrypted, String receiver) {
        byte[] plain = crypt(Cipher.DECRYPT_MODE, decode(encrypted));
        int end = plain.length - padding(plain);
        if (end < HEADER) {
            throw Refused.malformed("what was encrypted is too short");
        }
        int length = ByteBuffer.wrap(plain).getInt(RANDOM);
        if (length < 0 || length > end - HEADER) {
            throw Refused.malformed("the length of what was encrypted is wrong");
        }
        byte[] id = receiver.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(plain, HEADER + length, end, id, 0, id.length)) {
            throw Refused.foreign("encrypted for another receiver");
        }
        return Arrays.copyOfRange(plain, HEADER, HEADER + length);
    }

    String encrypt(byte[] random, byte[] message, String receiver) {
        byte[] id = receiver.getBytes(StandardCharsets.UTF_8);
        int length = HEADER + message.length + id.length;
        int padding = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + padding).put(random).putInt(message.length).put(message).put(id);
        Arrays.fill(plain.array(), length, length + padding, (byte) padding);
        return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain.array()));
    }

    private static byte[] decode(String encrypted) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted);
            if (bytes.length == 0 || bytes.length % CIPHER_BLOCK != 0) {
                throw Refused.malformed("what was encrypted has no whole blocks");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("what was encrypted is not Base64");
        }
    }

    private static int padding(byte[] plain) {
        int padding = plain[plain.length - 1];
        if (padding < 1 || padding > Math.min(BLOCK, plain.length)) {
            throw Refused.malformed("broken padding");
        }
        for (int i = plain.length - padding; i < plain.length; i++) {
            if (plain[i] != padding) {
                throw Refused.malformed("broken padding");
            }
        }
        return padding;
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES-CBC", e);
        }
    }

    private byte[] crypt(int mode, byte[] bytes) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(mode, key, iv);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed", e);
        }
    }
}
