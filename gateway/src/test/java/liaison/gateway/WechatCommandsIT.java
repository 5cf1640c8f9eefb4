package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Part;
import liaison.gateway.embedded.Role;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import liaison.gateway.wechat.TinyApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands that call the platform, by the packaged jar, beside a Redis that goes on running as a server's does. */
final class WechatCommandsIT {
    private final TinyApi api = new TinyApi();
    private final Path data = TestFolders.fresh("wechat-commands");
    private final Path out = TestFolders.fresh("wechat-codes").resolve("codes");

    private final EmbeddedStores redis = EmbeddedStores.open(data, Role.COMMAND, EnumSet.of(Part.REDIS));

    @AfterEach
    void close() {
        redis.close();
        api.close();
    }

    @Test
    void commands_makeCodesPublishTheMenuAndShowWhatTheyUsed() throws Exception {
        var csv = Files.createDirectories(data.resolveSibling("csv"));
        Files.writeString(csv.resolve("homes.csv"), "code,name,parent\nH1,家,\n");
        Files.writeString(csv.resolve("stations.csv"), "code,home,name,address,phone,areas\nS1,H1,城南站,路,0000,\nS2,H1,城北站,路,0000,\n");
        assertThat(run("import", csv.toString()).code()).isZero();

        var faulty = run("qr", "S1", "S9", "S2", "S8", "--account", "own", "--out", out.toString());
        assertThat(faulty).isEqualTo(new Outcome(1, ""));
        assertThat(Files.readString(data.resolveSibling("command.log"))).contains("has the code S9", "has the code S8", "no code was made");
        assertThat(api.paths).as("no code was made before all were looked at").isEmpty();
        assertThat(out).doesNotExist();
        assertThat(run("qr", "S1", "--account", "own", "--out", "/proc/x").code()).isEqualTo(1);
        assertThat(Files.readString(data.resolveSibling("command.log")))
                .contains("qr: nothing can be written to the folder /proc/x (").contains("name another by --out");
        assertThat(api.paths).as("nor one that could not be written").isEmpty();
        api.then(200, "{\"ticket\":\"t\",\"url\":\"http://weixin.qq.com/q/one\"}");
        api.then(200, "{\"ticket\":\"t\",\"url\":\"http://weixin.qq.com/q/two\"}");
        var codes = run("qr", "S1", "S2", "--account", "own", "--out", out.toString());
        assertThat(codes.code()).isZero();
        assertThat(codes.says().lines()).containsExactly("S1\t" + out.resolve("S1.png") + "\thttp://weixin.qq.com/q/one",
                "S2\t" + out.resolve("S2.png") + "\thttp://weixin.qq.com/q/two");
        assertThat(ImageIO.read(out.resolve("S1.png").toFile()).getWidth()).isEqualTo(1200);

        assertThat(run("menu", "set").code()).isZero();
        assertThat(api.bodies.getLast()).contains("MY_DEPUTY");
        api.then(46003);
        assertThat(run("menu", "show")).isEqualTo(new Outcome(0, ""));
        assertThat(run("menu", "show", "--account", "nobody").code()).isEqualTo(2);

        assertThat(run("quota").says().lines()).contains(
                "{\"account\":\"own\",\"call\":\"code\",\"day\":\"" + day() + "\",\"used\":2,\"quota\":100000}",
                "{\"account\":\"own\",\"call\":\"menu-create\",\"day\":\"" + day() + "\",\"used\":1,\"quota\":1000}",
                "{\"account\":\"own\",\"call\":\"template\",\"day\":\"" + day() + "\",\"used\":0,\"quota\":100000}");
    }

    private static String day() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
    }

    private Outcome run(String... words) throws IOException, InterruptedException {
        String own = "-Dliaison.wechat.accounts.own.";
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dliaison.data-dir=" + data, "-Dliaison.demo=false", own + "appid=wx1", own + "token=any-word-of-ours",
                own + "aes-key=q7Zt3LkV9wXe2RbN8sYc5HdG1mPfJ6uA4TiQoWzKvBx", own + "secret=another-word-of-ours",
                own + "api-base=" + api.base(), "-jar", ServerProcess.jar().toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectError(data.resolveSibling("command.log").toFile()).start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), says);
    }

    private record Outcome(int code, String says) {
    }
}
