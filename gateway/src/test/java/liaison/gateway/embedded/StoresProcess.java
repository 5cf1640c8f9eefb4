package liaison.gateway.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Opens the stores in a process of its own and holds them until its input ends or it is killed. */
final class StoresProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private StoresProcess(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    static void main(String[] args) throws IOException {
        try (var stores = EmbeddedStores.open(Path.of(args[0]), Role.valueOf(args[1]))) {
            IO.println("open " + stores.endpoints().jdbcUrl());
            System.in.read();
        } catch (StoresFailed e) {
            IO.println("failed " + e.getMessage());
        }
    }

    static StoresProcess start(Path folder, Role role) throws IOException {
        return new StoresProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), StoresProcess.class.getName(), folder.toString(), role.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** What it says after opening: {@code open URL} or {@code failed SENTENCE}; log lines are passed over. */
    String says() throws IOException {
        return output.lines().filter(line -> line.startsWith("open ") || line.startsWith("failed ")).findFirst()
                .orElseThrow(() -> new IOException("it ended without a word"));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Lets it leave the stores as at a regular end. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("it does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
