package liaison;

import org.springframework.boot.loader.launch.JarLauncher;

/** Where the jar begins, readable by any Java since 8: an old one is told what is missing, 25 and later go on. */
public final class Launcher {
    private static final int REQUIRED = 25;

    private Launcher() {
    }

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (!version.startsWith("1.") && Integer.parseInt(version) >= REQUIRED) {
            JarLauncher.main(args);
            return;
        }
        System.err.println("Liaison needs Java " + REQUIRED + " or later, this is Java " + version + " ("
                + System.getProperty("java.home") + "). Install a JDK " + REQUIRED + " and start the jar with its bin/java.");
        System.exit(1);
    }
}
