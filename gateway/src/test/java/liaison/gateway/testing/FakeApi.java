package liaison.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's HTTP API, played by the tool that lies beside the checkout; without it a test is skipped, and says so. */
public final class FakeApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static final String APPID = "wx49f0ab532d5d035a";
    public static final String SECRET = "test-secret";

    private final Process process;
    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    private FakeApi(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    public static FakeApi start() throws IOException {
        Optional<Path> tool = tool();
        Assumptions.assumeTrue(tool.isPresent(), "skipped: shared/tools/fake_wechat_api.py is not beside the checkout");
        var process = new ProcessBuilder("python3", "-u", tool.orElseThrow().toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IOException("the fake API did not start");
        }
        return new FakeApi(process, URI.create(line.substring(line.indexOf("http")).trim()));
    }

    public URI url() {
        return url;
    }

    public void control(String json) {
        ask(HttpRequest.newBuilder(url.resolve("/_control")).POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    /** Tokens, windows, deliveries, cut calls. */
    public JsonNode state() {
        return ask(HttpRequest.newBuilder(url.resolve("/_state")).build());
    }

    public JsonNode calls(String path) {
        return ask(HttpRequest.newBuilder(url.resolve("/_calls?path=" + path)).build());
    }

    private JsonNode ask(HttpRequest request) {
        try {
            return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> tool() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path tool = at.resolve("shared/tools/fake_wechat_api.py");
            if (Files.exists(tool)) {
                return Optional.of(tool);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
        process.destroyForcibly();
    }
}
