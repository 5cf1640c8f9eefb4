package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaStore;
import liaison.bot.message.Address;
import org.junit.jupiter.api.Test;

/** What every store of contents keeps to. */
public abstract class MediaStoreContract {
    private static final int LARGEST = 10 * 1024 * 1024 + 64;
    private static final MediaKey ONE = new MediaKey(Address.parse("wechat:demo:oOne"), 1);

    protected abstract MediaStore store();

    @Test
    void put_isGotBackByteForByteAndReplaced() {
        byte[] first = bytes(1_000);
        byte[] second = bytes(70_000);
        store().put(ONE, first);
        assertThat(store().get(ONE)).hasValueSatisfying(found -> assertThat(found).isEqualTo(first));
        store().put(ONE, second);
        assertThat(store().get(ONE)).hasValueSatisfying(found -> assertThat(found).isEqualTo(second));
    }

    @Test
    void put_theLargestIsTaken() {
        byte[] large = bytes(LARGEST);
        store().put(ONE, large);
        assertThat(store().get(ONE)).hasValueSatisfying(found -> assertThat(Arrays.equals(found, large)).isTrue());
    }

    @Test
    void get_findsNothingOfOthers() {
        var key = new MediaKey(ONE.address(), 7);
        store().put(key, bytes(10));
        assertThat(store().get(new MediaKey(ONE.address(), 8))).isEmpty();
        assertThat(store().get(new MediaKey(Address.parse("wechat:demo:oTwo"), 7))).isEmpty();
    }

    @Test
    void remove_leavesNothingAndMayBeRepeated() {
        var key = new MediaKey(ONE.address(), 9);
        store().put(key, bytes(10));
        store().remove(key);
        store().remove(key);
        assertThat(store().get(key)).isEmpty();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
