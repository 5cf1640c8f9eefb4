package liaison.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class KeyedHashTest {
    /** Key 01 to 20, as printed for HMAC-SM3 in GB/T 15852.2. */
    @Test
    void of_asInTheStandard() {
        byte[] key = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        byte[] text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2).getBytes(StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(new KeyedHash(key).of(text)))
                .isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
    }
}
