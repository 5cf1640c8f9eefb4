package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import org.junit.jupiter.api.Test;

/** The script for service. */
final class ServiceScriptIT {
    @Test
    void firstRun_leavesACacheThatTheNextOneUses() throws IOException {
        var folder = TestFolders.fresh("service");
        var jar = Files.copy(ServerProcess.jar(), folder.resolve("liaison.jar"));
        var data = folder.resolve("data");
        try (var first = ServerProcess.startByScript("first", data, jar, List.of())) {
            assertThat(first.terminate(Duration.ofSeconds(90))).isTrue();
        }
        assertThat(folder.resolve("liaison.app").resolve("classes.aot")).isNotEmptyFile();
        try (var second = ServerProcess.startByScript("second", data, jar, List.of("-XX:AOTMode=on"))) {
            assertThat(second.terminate(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void withoutAJar_saysHowItIsUsed() throws IOException, InterruptedException {
        var process = new ProcessBuilder("src/main/scripts/liaison", "nowhere.jar").redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("usage: ");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
