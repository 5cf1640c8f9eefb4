package liaison.gateway.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liaison.bot.rules.RuleFiles;
import liaison.gateway.testing.Resident;
import liaison.gateway.testing.ServerProcess;
import liaison.gateway.testing.TestFolders;
import org.junit.jupiter.api.Test;

/** The packaged server with an Official Account and an app: a clerk hears of a resident on WeCom, and keys change meanwhile. */
final class WecomServerIT {
    private static final String GREETING = "我是联络站的自动助手。";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder = TestFolders.fresh("wecom");
    private final Path rules = folder.resolve("rules-of-the-office");
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void clerk_hearsOnWecomAndRulesAndKeysChangeWithoutARestart() throws IOException, InterruptedException {
        try (var api = new FakeWecomApi(); var server = ServerProcess.start("wecom", folder, List.of(), settings(api))) {
            var platform = new FakeWecom();
            assertThat(deliver(server, platform, FakeWecom.text("zhanwu", code("C1"), "1")).body()).satisfies(
                    body -> assertThat(platform.open(body)).contains("已和这个账号绑定"));
            new Resident("oResident").say(server::gatewayPort, "转人工");
            await(() -> !api.shown.isEmpty());
            assertThat(api.shown.getFirst().path("touser").asString()).isEqualTo("zhanwu");
            assertThat(api.shown.getFirst().path("template_card").path("button_list")).hasToString(
                    "[{\"text\":\"看对话\",\"style\":1,\"key\":\"看对话\"}]");
            say("我是办公室的自动助手。");
            await(() -> platform.open(deliver(server, platform, FakeWecom.text("zhanwu", "您好", UUID.randomUUID().toString())).body())
                    .contains("我是办公室的自动助手。"));
            assertThat(new Resident("oResident").say(server::gatewayPort, "您好")).contains(GREETING);
            var newer = new FakeWecom("newertoken", FakeWecom.KEY);
            String hello = FakeWecom.text("zhanwu", "您好", "2");
            assertThat(deliver(server, newer, hello).statusCode()).isEqualTo(403);
            Files.writeString(folder.resolve("accounts.yml"),
                    "liaison.wecom.accounts.office: {token: newertoken, aes-key: " + FakeWecom.KEY + ", previous-token: " + FakeWecom.TOKEN
                            + ", previous-aes-key: " + FakeWecom.KEY + "}\n");
            await(() -> deliver(server, newer, hello).statusCode() == 200);
            assertThat(deliver(server, platform, hello).statusCode()).as("the one before stays good").isEqualTo(200);
            assertThat(Files.readString(server.log())).contains("New settings of accounts are in use").doesNotContain("newertoken",
                    "app-secret", "zhanwu", FakeWecom.KEY);
        }
    }

    /** What the app's own rules greet with. */
    private void say(String greeting) throws IOException {
        Files.createDirectories(rules);
        Files.writeString(rules.resolve("texts.yml"),
                Objects.requireNonNull(RuleFiles.shipped().files().get("texts.yml")).replace(GREETING, greeting));
    }

    private Map<String, String> settings(FakeWecomApi api) throws IOException {
        say(GREETING);
        var settings = new HashMap<>(Resident.ACCOUNT);
        String at = "liaison.wecom.accounts.office.";
        settings.put(at + "corpid", FakeWecom.CORPID);
        settings.put(at + "agent-id", Integer.toString(FakeWecom.AGENT));
        settings.put(at + "token", FakeWecom.TOKEN);
        settings.put(at + "aes-key", FakeWecom.KEY);
        settings.put(at + "secret", "app-secret");
        settings.put(at + "rules-dir", rules.toString());
        settings.put(at + "api-base", api.base().toString());
        return settings;
    }

    private String code(String person) throws IOException, InterruptedException {
        var bind = ServerProcess.command(folder, List.of("bind", person));
        String line = new String(bind.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(bind.waitFor()).isZero();
        return line.substring(line.indexOf('\t') + 1);
    }

    private HttpResponse<String> deliver(ServerProcess server, FakeWecom platform, String xml) {
        String encrypted = platform.encrypt(xml);
        var uri = URI.create("http://127.0.0.1:" + server.gatewayPort() + "/wecom/office" + platform.query(encrypted));
        try {
            return http.send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(FakeWecom.envelope(encrypted))).build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as("it takes too long").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
