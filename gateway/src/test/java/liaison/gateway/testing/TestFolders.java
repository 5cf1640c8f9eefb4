package liaison.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders below {@code target} for one test each. */
public final class TestFolders {
    private TestFolders() {
    }

    /** An absolute path that holds nothing; what an earlier run left is gone. */
    public static Path fresh(String name) {
        var folder = Path.of("target", "folders", name, "data").toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
