package liaison.gateway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How root runs PostgreSQL, which refuses root: in a user namespace of its own, where we are nobody and our files are
 * nobody's too; where namespaces are forbidden, as in many containers, as nobody who may still pass our folders.
 */
final class Demotion {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODYS = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
            "--securebits=+no_setuid_fixup", // access(2) forgets the capability without it
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override");

    private Demotion() {
    }

    /** What goes before a command; a cluster that exists is run as it was made. */
    static List<String> prefix(Path home, Path data) throws IOException {
        if (!isPosix(home) || ownerOf(home) != ROOT) {
            return List.of();
        }
        if (Files.exists(data)) {
            return ownerOf(data) == NOBODY ? NOBODYS : NAMESPACE;
        }
        return hasNamespaces(home) ? NAMESPACE : NOBODYS;
    }

    private static boolean hasNamespaces(Path home) {
        try {
            Program.run(List.of("unshare", "-U", "true"), home.resolve("unshare.log"), Duration.ofSeconds(5));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    private static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
