package liaison.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import liaison.gateway.seal.Aead.Bytes;
import liaison.gateway.seal.Aead.Keys;
import liaison.gateway.seal.Aead.Mode;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

final class StandardVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4Gcm_asInRfc8998() throws GeneralSecurityException {
        var keys = new Keys(new SecretKeySpec(new byte[32], "AES"), new KeyParameter(hex("0123456789abcdeffedcba9876543210")));
        byte[] plain = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] sealed = hex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d" + "83de3541e4c2b58177e065a9bf7b62ec");
        check(Algorithm.SM4, keys, "00001234567800000000abcd", "feedfacedeadbeeffeedfacedeadbeefabaddad2", plain, sealed);
    }

    /** The GCM specification's test case 14. */
    @Test
    void aesGcm_asInTheSpecification() throws GeneralSecurityException {
        var keys = new Keys(new SecretKeySpec(new byte[32], "AES"), new KeyParameter(new byte[16]));
        byte[] sealed = hex("cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
        check(Algorithm.AES, keys, "000000000000000000000000", "", new byte[16], sealed);
    }

    private static void check(Algorithm algorithm, Keys keys, String nonce, String aad, byte[] plain, byte[] sealed)
            throws GeneralSecurityException {
        byte[] out = new byte[sealed.length];
        new Aead().apply(Mode.SEAL, algorithm, keys, new Bytes(hex(nonce), 0), hex(aad), new Bytes(plain, 0), new Bytes(out, 0));
        assertThat(out).isEqualTo(sealed);
        byte[] back = new byte[plain.length];
        new Aead().apply(Mode.OPEN, algorithm, keys, new Bytes(hex(nonce), 0), hex(aad), new Bytes(sealed, 0), new Bytes(back, 0));
        assertThat(back).isEqualTo(plain);
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text);
    }
}
