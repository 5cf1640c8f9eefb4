package liaison.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import liaison.gateway.media.BucketStore;

/** A bucket on loopback that lets nobody in without a good signature; written apart from the product's own. */
public final class FakeBucket implements AutoCloseable {
    public static final String KEY = "AKIDEXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI+bPxRfiCYEXAMPLEKEY";
    private static final String NAME = "liaison";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[0-9]{8}/[^/]+/s3/aws4_request), SignedHeaders=(?<names>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})");

    public final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    public volatile int failWith;
    private final HttpServer server;

    public FakeBucket() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public BucketStore.Bucket settings(String secret) {
        return new BucketStore.Bucket(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), NAME, KEY, secret,
                "cn-north-1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        try (exchange) {
            if (failWith > 0) {
                exchange.sendResponseHeaders(failWith, -1);
            } else if (!isSigned(exchange, body) || !path.startsWith("/" + NAME + "/")) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                serve(exchange, path, body);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange, String path, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(path);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                byte[] found = objects.get(path);
                exchange.sendResponseHeaders(found == null ? 404 : 200, found == null ? -1 : found.length);
                if (found != null) {
                    exchange.getResponseBody().write(found);
                }
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        var match = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        if (!match.matches() || !match.group("key").equals(KEY)) {
            return false;
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        if (!hash.equals(headers.getFirst("x-amz-content-sha256"))) {
            return false;
        }
        String named = Arrays.stream(match.group("names").split(";", -1)).map(name -> name + ":" + headers.getFirst(name).strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), "", named,
                match.group("names"), hash);
        String[] scope = match.group("scope").split("/", -1);
        byte[] key = mac(mac(mac(mac(("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8), scope[0]), scope[1]), "s3"), "aws4_request");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", headers.getFirst("x-amz-date"), match.group("scope"), HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8))));
        return HexFormat.of().formatHex(mac(key, toSign)).equals(match.group("signature"));
    }

    private static byte[] mac(byte[] key, String words) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
