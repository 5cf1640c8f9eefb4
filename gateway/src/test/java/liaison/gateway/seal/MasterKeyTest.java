package liaison.gateway.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterKeyTest {
    @TempDir Path folder;

    @Test
    void of_wrongSettingIsNamedAndNotQuoted() {
        for (String wrong : new String[]{"", "secret!", "c2VjcmV0"}) {
            assertThatThrownBy(() -> MasterKey.of(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("liaison.seal.key").hasMessageNotContaining("ecret!").hasMessageNotContaining("c2Vj")
                    .hasNoCause();
        }
    }

    @Test
    void kept_isMadeOnceForItsOwnerAlone() throws IOException {
        byte[] first = MasterKey.kept(folder).bytes();
        assertThat(first).hasSize(32);
        assertThat(MasterKey.kept(folder).bytes()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("seal.key")))).isEqualTo("rw-------");
        assertThat(MasterKey.of(Files.readString(folder.resolve("seal.key"))).bytes()).isEqualTo(first);
    }

    @Test
    void kept_racingThreadsGetOneKey() {
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> MasterKey.kept(folder).bytes()).map(HexFormat.of()::formatHex)
                .distinct()).hasSize(1);
    }
}
