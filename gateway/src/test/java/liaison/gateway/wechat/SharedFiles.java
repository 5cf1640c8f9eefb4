package liaison.gateway.wechat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Samples that lie beside the checkout; without them a test is skipped, and says so. */
public final class SharedFiles {
    private SharedFiles() {
    }

    public static Path find(String name) {
        Optional<Path> found = Optional.empty();
        for (Path at = Path.of("").toAbsolutePath(); at != null && found.isEmpty(); at = at.getParent()) {
            found = Optional.of(at.resolve("shared").resolve(name)).filter(Files::exists);
        }
        Assumptions.assumeTrue(found.isPresent(), () -> "skipped: shared/" + name + " is not beside the checkout");
        return found.orElseThrow();
    }
}
