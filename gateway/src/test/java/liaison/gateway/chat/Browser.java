package liaison.gateway.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, driven by its own protocol. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** A browser that this machine has not run yet reads 300 MB first. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final WebSocket socket;

    /** Where Chromium is; empty when this machine has none. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    Browser(Path program) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("browser");
        process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-extensions", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=zh-CN",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        socket = client.newWebSocketBuilder().buildAsync(page(), new Ear()).join();
        List.of("Page", "Runtime", "Network", "Log").forEach(domain -> ask(domain + ".enable", Map.of()));
    }

    private URI page() throws IOException, InterruptedException {
        Path ports = profile.resolve("DevToolsActivePort");
        try {
            until(() -> Files.exists(ports) && read(ports).contains("\n"), START);
        } catch (IllegalStateException late) {
            process.destroyForcibly();
            throw late;
        }
        String port = read(ports).lines().findFirst().orElseThrow();
        var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
        for (JsonNode target : JSON.readTree(client.send(list, HttpResponse.BodyHandlers.ofString()).body())) {
            if (target.path("type").asString().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asString());
            }
        }
        throw new IllegalStateException("the browser has no page");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notYet) {
            return "";
        }
    }

    JsonNode ask(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void size(int width, int height) {
        ask("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        ask("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void offline(boolean offline) {
        ask("Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void open(String url) {
        ask("Page.navigate", Map.of("url", url));
        until("document.readyState === 'complete'");
    }

    /** The value of an expression, as text. */
    String eval(String expression) {
        var answer = ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value").asString("");
    }

    void until(String condition) {
        until(() -> eval("Boolean(" + condition + ")").equals("true"));
    }

    private void until(BooleanSupplier condition) {
        until(condition, PATIENCE);
    }

    private void until(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("it did not come about in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void type(String text) {
        ask("Input.insertText", Map.of("text", text));
    }

    void press(String key, int code) {
        var down = Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text",
                key.equals("Enter") ? "\r" : "");
        ask("Input.dispatchKeyEvent", down);
        ask("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    void picture(Path file) throws IOException {
        var png = ask("Page.captureScreenshot", Map.of("format", "png")).path("data").asString();
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode(png));
    }

    /** What the console said: errors, and what the page's policy forbade. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        client.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                hear(JSON.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void hear(JsonNode frame) {
            switch (frame.path("method").asString("")) {
                case "" -> {
                    var answer = asked.remove(frame.path("id").asInt());
                    if (answer != null) {
                        answer.complete(frame.path("result"));
                    }
                }
                case "Runtime.exceptionThrown" -> complaints.add(frame.path("params").toString());
                case "Log.entryAdded" -> log(frame.path("params").path("entry"));
                default -> {
                }
            }
        }

        private void log(JsonNode entry) {
            if (entry.path("level").asString("").equals("error") && !entry.path("source").asString("").equals("network")) {
                complaints.add(entry.path("text").asString(""));
            }
        }
    }
}
