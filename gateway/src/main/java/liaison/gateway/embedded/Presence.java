package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shows that somebody uses the stores of a folder: a file named {@code ROLE.PID.PROCESS.USE} in {@code users}, locked for
 * as long as its process lives. All calls are made under the folder's lock.
 */
final class Presence implements AutoCloseable {
    /** Process ids come again, in containers always the same; this one does not. */
    private static final String PROCESS = UUID.randomUUID().toString();

    private final Path file;
    private final FileChannel channel;

    private Presence(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
    }

    static Presence enter(Path folder, Role role) {
        List<String> users = users(folder);
        if (role == Role.SERVE) {
            serving(users).ifPresent(pid -> {
                throw new StoresFailed("another Liaison server (process " + pid + ") runs on " + folder
                        + "; stop that one first, or give this one a folder of its own by liaison.data-dir");
            });
        }
        String name = prefix(role) + ProcessHandle.current().pid() + "." + PROCESS + "." + UUID.randomUUID();
        try {
            return new Presence(Files.createDirectories(folder.resolve("users")).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean others(Path folder) {
        return !users(folder).isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prefix(Role role) {
        return role.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static Optional<String> serving(List<String> users) {
        String prefix = prefix(Role.SERVE);
        return users.stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length(), name.indexOf('.', prefix.length()))).findFirst();
    }

    private static List<String> users(Path folder) {
        Path users = folder.resolve("users");
        if (!Files.isDirectory(users)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(users)) {
            return files.filter(Presence::isHeld).map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own files are not opened: closing any channel to a file gives up all locks that this process has on it. */
    private static boolean isHeld(Path file) {
        if (file.toString().contains(PROCESS)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
