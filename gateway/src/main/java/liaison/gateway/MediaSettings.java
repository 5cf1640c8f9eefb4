package liaison.gateway;

import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What residents sent besides words.
 *
 * @param url where deputies and staff reach this server, for links to what was sent
 * @param bucket where it is kept; not set: in the ledger
 */
@ConfigurationProperties(value = "liaison.media", ignoreUnknownFields = false)
record MediaSettings(@DefaultValue("http://127.0.0.1:8080") URI url, @Nullable Bucket bucket) {
    MediaSettings {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("liaison.media.url is no address such as https://liaison.example.org");
        }
    }

    /** A bucket of any server that speaks S3. */
    record Bucket(URI endpoint, String name, String key, String secret, @DefaultValue("us-east-1") String region) {
        Bucket {
            if (Stream.of(endpoint, name, key, secret).anyMatch(value -> value == null || value.toString().isBlank())) {
                throw new IllegalArgumentException("liaison.media.bucket needs an endpoint, a name, a key and a secret");
            }
        }

        @Override
        public String toString() {
            return "Bucket[" + endpoint + ", " + name + "]";
        }
    }
}
