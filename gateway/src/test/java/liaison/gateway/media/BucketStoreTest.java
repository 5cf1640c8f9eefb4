package liaison.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaStore;
import liaison.bot.message.Address;
import liaison.bot.testing.MediaStoreContract;
import liaison.gateway.media.BucketStore.Bucket;
import liaison.gateway.media.BucketStore.BucketFailed;
import liaison.gateway.testing.FakeBucket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BucketStoreTest extends MediaStoreContract {
    private static final MediaKey KEY = new MediaKey(Address.parse("wechat:demo:oOne"), 1);

    private final FakeBucket bucket = new FakeBucket();
    private final MediaStore store = store(FakeBucket.SECRET);

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected MediaStore store() {
        return store;
    }

    private MediaStore store(String secret) {
        return new BucketStore(bucket.settings(secret), key -> "n" + Integer.toHexString(key.hashCode()), Clock.systemUTC());
    }

    @Test
    void names_areThoseThatAreGivenAndNoOthers() {
        store.put(KEY, new byte[]{1});
        assertThat(bucket.objects.keySet()).singleElement().asString().matches("/liaison/media/n[0-9a-f]+");
    }

    @Test
    void wrongSecret_isAFailureAndStoresNothing() {
        var other = store("another");
        assertThatThrownBy(() -> other.put(KEY, new byte[]{1})).isInstanceOf(BucketFailed.class).hasMessageContaining("403");
        assertThat(bucket.objects).isEmpty();
    }

    @Test
    void bucketThatFails_isNeverTakenForAnEmptyOne() {
        bucket.failWith = 503;
        assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(BucketFailed.class).hasMessageContaining("503");
        assertThatThrownBy(() -> store.remove(KEY)).isInstanceOf(BucketFailed.class);
        bucket.close();
        assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(BucketFailed.class);
    }

    /** The published example of a request without a body. */
    @Test
    void signature_isThatOfTheExample() {
        var example = new Bucket(URI.create("https://examplebucket.s3.amazonaws.com"), "", "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
        var signature = new BucketSignature(example, Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC));
        assertThat(signature.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/?lifecycle="), new byte[0]))
                .hasEntrySatisfying(
                        "authorization", value -> assertThat(value)
                                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"));
        assertThat(example).hasToString("Bucket[https://examplebucket.s3.amazonaws.com, ]");
    }
}
