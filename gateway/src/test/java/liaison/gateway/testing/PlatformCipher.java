package liaison.gateway.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** How both platforms encrypt, sign and put into XML, written apart from the product's own. */
public final class PlatformCipher {
    private static final int RANDOM = 16;
    private static final int HEADER = 20;
    private static final int BLOCK = 32;

    private final byte[] key;

    /** @param encoded the 43 characters of an EncodingAESKey */
    public PlatformCipher(String encoded) {
        key = Base64.getDecoder().decode(encoded + "=");
    }

    /** What was within. */
    public record Opened(String message, String receiver) {
    }

    public String encrypt(String message, String receiver) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return encrypt(bytes, bytes.length, receiver);
    }

    /** With any length in the field for it. */
    public String encrypt(byte[] message, int length, String receiver) {
        byte[] id = receiver.getBytes(StandardCharsets.UTF_8);
        int size = HEADER + message.length + id.length;
        var plain = ByteBuffer.allocate(size + BLOCK - size % BLOCK).put(new byte[RANDOM]).putInt(length).put(message).put(id);
        byte padding = (byte) plain.remaining();
        while (plain.hasRemaining()) {
            plain.put(padding);
        }
        return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, plain.array()));
    }

    public Opened decrypt(String sealed) {
        byte[] plain = crypt(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
        int length = ByteBuffer.wrap(plain, RANDOM, Integer.BYTES).getInt();
        int end = plain.length - plain[plain.length - 1];
        return new Opened(new String(plain, HEADER, length, StandardCharsets.UTF_8),
                new String(plain, HEADER + length, end - HEADER - length, StandardCharsets.UTF_8));
    }

    public static String sign(String... parts) {
        try {
            var joined = Stream.of(parts).sorted().collect(Collectors.joining());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of an element that stands in CDATA; empty where it is missing. */
    public static String between(String xml, String tag) {
        int start = xml.indexOf("<" + tag + "><![CDATA[");
        int end = xml.indexOf("]]></" + tag + ">");
        return start < 0 || end < 0 ? "" : xml.substring(start + tag.length() + 11, end);
    }

    private byte[] crypt(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, RANDOM)));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
