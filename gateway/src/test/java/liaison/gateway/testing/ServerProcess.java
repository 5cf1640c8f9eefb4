package liaison.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged jar as a process of its own, on free ports, killed or ended by its id. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final Properties ports = new Properties();

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts and waits until it is ready; its log is {@code NAME.log} beside the data folder. */
    public static ServerProcess start(String name, Path dataDir, List<String> jvm, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(properties(dataDir, settings));
        command.addAll(List.of("-jar", jar().toString(), "serve"));
        return start(name, dataDir, command);
    }

    /** The same by the script for service, which unpacks the jar at a path beside it. */
    public static ServerProcess startByScript(String name, Path dataDir, Path jar, List<String> jvm) {
        var command = new ArrayList<>(List.of(Path.of("src", "main", "scripts", "liaison").toAbsolutePath().toString(), jar.toString()));
        command.addAll(jvm);
        command.addAll(properties(dataDir, Map.of()));
        return start(name, dataDir, command);
    }

    private static List<String> properties(Path dataDir, Map<String, String> settings) {
        var all = new TreeMap<>(Map.of("liaison.data-dir", dataDir.toString(), "liaison.gateway.port", "0", "server.port", "0",
                "management.server.port", "0"));
        all.putAll(settings);
        return all.entrySet().stream().map(entry -> "-D" + entry.getKey() + "=" + entry.getValue()).toList();
    }

    private static ServerProcess start(String name, Path dataDir, List<String> command) {
        var log = dataDir.resolveSibling(name + ".log");
        var portsFile = dataDir.resolve("ports");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Files.createDirectories(dataDir);
            Files.deleteIfExists(portsFile);
            var server = new ServerProcess(builder.start(), log);
            server.awaitReady(portsFile);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one of the other commands on a data folder; its output is left to the caller, its log goes beside the folder. */
    public static Process command(Path dataDir, List<String> words) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dliaison.data-dir=" + dataDir, "-jar", jar().toString()));
        command.addAll(words);
        try {
            return new ProcessBuilder(command).redirectError(dataDir.resolveSibling("command.log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int gatewayPort() {
        return port("liaison.gateway.port");
    }

    public int webPort() {
        return port("server.port");
    }

    public int managementPort() {
        return port("management.server.port");
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /** SIGKILL, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        end(Duration.ofSeconds(10));
    }

    /** SIGTERM; answers whether it ended within the time. */
    public boolean terminate(Duration within) {
        process.destroy();
        return end(within);
    }

    @Override
    public void close() {
        if (!terminate(Duration.ofSeconds(30))) {
            kill();
        }
    }

    private boolean end(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int port(String name) {
        return Integer.parseInt(ports.getProperty(name));
    }

    private void awaitReady(Path portsFile) throws IOException {
        long end = System.nanoTime() + READY.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, portsFile)) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    kill();
                    throw new IllegalStateException("the server did not become ready:\n" + Files.readString(log));
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private boolean isReady(HttpClient client, Path portsFile) throws IOException {
        if (!Files.exists(portsFile)) {
            return false;
        }
        try (var in = Files.newBufferedReader(portsFile)) {
            ports.load(in);
        }
        try {
            var health = URI.create("http://127.0.0.1:" + managementPort() + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException | NumberFormatException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The packaged jar. */
    public static Path jar() {
        var jar = Path.of("target", "liaison-gateway.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the jar is not packaged yet: run this with mvn verify");
        }
        return jar;
    }
}
