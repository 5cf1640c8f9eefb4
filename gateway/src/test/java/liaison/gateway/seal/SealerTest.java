package liaison.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import liaison.bot.dialog.Seals.Context;
import liaison.bot.message.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SealerTest {
    private static final byte[] PLAIN = "路灯坏了".getBytes(StandardCharsets.UTF_8);
    private static final Context PLACE = new Context("dialog", "wechat:demo:o1", "7");
    private static final MasterKey MASTER = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    private static final MasterKey ANOTHER = MasterKey.of("AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    @ParameterizedTest
    @EnumSource
    void open_givesBackWhatWasSealed(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        for (int length : new int[]{0, 1, 15, 16, 17, 600, 5_000}) {
            byte[] plain = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
            assertThat(sealer.open(key, PLACE, sealer.seal(key, PLACE, plain))).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_anotherProcessWithEitherSettingUnderstands(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        for (var setting : Algorithm.values()) {
            assertThat(new Sealer(MASTER, setting).open(key, PLACE, sealed)).isEqualTo(PLAIN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_movedValueIsBroken(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        for (var place : new Context[]{new Context("reply", "wechat:demo:o1", "7"), new Context("dialog", "wechat:demo:o2", "7"),
                new Context("dialog", "wechat:demo:o1", "8"), new Context("dialog", "wechat:demo:o", "17")}) {
            assertThatThrownBy(() -> sealer.open(key, place, sealed)).isInstanceOf(SealBroken.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_anyChangedByteIsBroken(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(key, PLACE, changed)).isInstanceOf(SealBroken.class)
                    .hasMessage("a sealed value does not open: dialog");
        }
        assertThat(sealer.open(key, PLACE, sealed)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @EnumSource
    void open_cutValueIsBroken(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> sealer.open(key, PLACE, cut)).isInstanceOf(SealBroken.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_underAnotherKeyIsBroken(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        byte[] anotherKey = sealer.newKey();
        assertThatThrownBy(() -> sealer.open(anotherKey, PLACE, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> new Sealer(ANOTHER, algorithm).open(key, PLACE, sealed))
                .hasMessage("a sealed value does not open: data key");
    }

    @ParameterizedTest
    @EnumSource
    void seal_saysFormatAlgorithmAndKeyVersionAndRepeatsNothing(Algorithm algorithm) {
        var sealer = new Sealer(MASTER, algorithm);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        assertThat(sealed).startsWith((byte) 1, algorithm.code(), (byte) 1).hasSize(3 + 12 + PLAIN.length + 16);
        assertThat(sealer.seal(key, PLACE, PLAIN)).isNotEqualTo(sealed);
        assertThat(sealer.newKey()).isNotEqualTo(key);
    }

    @Test
    void mustOpen_anotherMasterKeyIsRefusedAndOneDamagedKeyIsNot() {
        var sealer = new Sealer(MASTER, Algorithm.SM4);
        sealer.mustOpen(List.of());
        sealer.mustOpen(List.of(new byte[]{1}, sealer.newKey()));
        var keys = List.of(new Sealer(ANOTHER, Algorithm.SM4).newKey());
        assertThatThrownBy(() -> sealer.mustOpen(keys)).isInstanceOf(IllegalStateException.class).hasMessageContaining("liaison.seal.key");
    }

    @Test
    void unwrappedKeys_areForgottenAfterTenMinutes() {
        var now = new AtomicLong();
        var sealer = new Sealer(MASTER, Algorithm.AES, now::get);
        byte[] key = sealer.newKey();
        byte[] sealed = sealer.seal(key, PLACE, PLAIN);
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(sealer.open(key, PLACE, sealed)).isEqualTo(PLAIN);
        sealer.forgetKeys();
        assertThat(sealer.open(key, PLACE, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void keyHash_isTheSameInEveryProcessAndTellsKeysAndAddressesApart() {
        var sealer = new Sealer(MASTER, Algorithm.SM4);
        var address = Address.parse("wechat:demo:o1");
        byte[] hash = sealer.keyHash(address, "123");
        assertThat(hash).hasSize(16).isEqualTo(new Sealer(MASTER, Algorithm.AES).keyHash(address, "123"));
        assertThat(hash).isNotEqualTo(sealer.keyHash(address, "124"));
        assertThat(hash).isNotEqualTo(sealer.keyHash(Address.parse("wechat:demo:o2"), "123"));
        assertThat(sealer.keyHash(Address.parse("wechat:demo:o"), "1123")).isNotEqualTo(hash);
        assertThat(hash).isNotEqualTo(new Sealer(ANOTHER, Algorithm.SM4).keyHash(address, "123"));
    }
}
