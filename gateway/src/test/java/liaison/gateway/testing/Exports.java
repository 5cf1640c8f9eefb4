package liaison.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the packaged jar's command {@code export} says. */
public final class Exports {
    private static final JsonMapper JSON = new JsonMapper();

    private Exports() {
    }

    public static void journal(Path dataDir, Consumer<Map<String, @Nullable Object>> row) {
        rows(dataDir, List.of("export", "journal"), row);
    }

    /** Runs a command on a data folder; each line of its output is an object. */
    public static void rows(Path dataDir, List<String> command, Consumer<Map<String, @Nullable Object>> row) {
        var process = ServerProcess.command(dataDir, command);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> row.accept(JSON.readValue(line, new TypeReference<Map<String, @Nullable Object>>() {
            })));
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the command failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
