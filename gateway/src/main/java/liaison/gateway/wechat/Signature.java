package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-1 over sorted parts, as the platform signs; one for each connection, since a digest has state. */
public final class Signature {
    private final MessageDigest sha1;

    public Signature() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String of(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /** Compares in constant time. */
    boolean matches(String claimed, String... parts) {
        return MessageDigest.isEqual(of(parts).getBytes(StandardCharsets.ISO_8859_1), claimed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] digest(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        for (String part : sorted) {
            sha1.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return sha1.digest();
    }
}
