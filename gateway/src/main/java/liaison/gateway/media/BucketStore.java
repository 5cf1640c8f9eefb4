package liaison.gateway.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaStore;

/** Sealed contents in a bucket of any server that speaks S3, under names that say nothing to anybody. */
public final class BucketStore implements MediaStore {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final byte[] NOTHING = {};

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).build();
    private final Bucket bucket;
    private final BucketSignature signature;
    private final Function<MediaKey, String> names;

    /**
     * Where a bucket is, and how it is opened.
     *
     * @param endpoint such as {@code https://s3.example.org}; the bucket's name follows in the path
     */
    public record Bucket(URI endpoint, String name, String key, String secret, String region) {
        @Override
        public String toString() {
            return "Bucket[" + endpoint + ", " + name + "]";
        }
    }

    /** The bucket could not be reached, or did not do as it was asked. */
    public static final class BucketFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        BucketFailed(String reason) {
            super("the bucket answered " + reason);
        }
    }

    /** @param names a name for each content, of letters and digits, always the same one */
    public BucketStore(Bucket bucket, Function<MediaKey, String> names, Clock clock) {
        this.bucket = bucket;
        this.names = names;
        signature = new BucketSignature(bucket, clock);
    }

    @Override
    public void put(MediaKey key, byte[] sealed) {
        mustBe(call("PUT", key, sealed), 200);
    }

    @Override
    public Optional<byte[]> get(MediaKey key) {
        var answer = call("GET", key, NOTHING);
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        mustBe(answer, 200);
        return Optional.of(answer.body());
    }

    @Override
    public void remove(MediaKey key) {
        var answer = call("DELETE", key, NOTHING);
        if (answer.statusCode() != 404) {
            mustBe(answer, 204, 200);
        }
    }

    private HttpResponse<byte[]> call(String method, MediaKey key, byte[] body) {
        String base = bucket.endpoint().toString().replaceFirst("/+$", "");
        var uri = URI.create(base + "/" + bucket.name() + "/media/" + names.apply(key));
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        signature.headers(method, uri, body).forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new BucketFailed(failure.getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BucketFailed("interrupted");
        }
    }

    private static void mustBe(HttpResponse<byte[]> answer, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return;
            }
        }
        throw new BucketFailed(Integer.toString(answer.statusCode()));
    }
}
