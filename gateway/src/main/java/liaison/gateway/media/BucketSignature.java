package liaison.gateway.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import liaison.gateway.media.BucketStore.Bucket;

/** Signs requests by AWS Signature Version 4; paths and queries here have no character that would be written otherwise. */
final class BucketSignature {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    private final Bucket bucket;
    private final Clock clock;

    BucketSignature(Bucket bucket, Clock clock) {
        this.bucket = bucket;
        this.clock = clock;
    }

    /** What must be sent along, the host aside. */
    Map<String, String> headers(String method, URI uri, byte[] body) {
        String second = SECOND.format(clock.instant());
        var headers = new TreeMap<>(Map.of("x-amz-content-sha256", hex(sha256(body)), "x-amz-date", second));
        var signed = new TreeMap<>(headers);
        signed.put("host", uri.getRawAuthority());
        String names = String.join(";", signed.keySet());
        String canonical = method + "\n" + uri.getRawPath() + "\n" + (uri.getRawQuery() == null ? "" : uri.getRawQuery()) + "\n"
                + signed.entrySet().stream().map(one -> one.getKey() + ":" + one.getValue() + "\n").collect(Collectors.joining()) + "\n"
                + names + "\n" + hex(sha256(body));
        String scope = second.substring(0, DAY) + "/" + bucket.region() + "/s3/aws4_request";
        String toSign = ALGORITHM + "\n" + second + "\n" + scope + "\n" + hex(sha256(bytes(canonical)));
        headers.put("authorization", ALGORITHM + " Credential=" + bucket.key() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + hex(mac(key(scope), toSign)));
        return headers;
    }

    private byte[] key(String scope) {
        byte[] key = bytes("AWS4" + bucket.secret());
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return key;
    }

    private static byte[] mac(byte[] key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(words));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
