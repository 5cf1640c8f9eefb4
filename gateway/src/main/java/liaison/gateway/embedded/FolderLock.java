package liaison.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** One start or stop at a time on a folder, among threads and processes. */
final class FolderLock {
    private FolderLock() {
    }

    static <T> T with(Path folder, Supplier<T> work) {
        // a file lock keeps out other processes alone: threads of this one would get an exception
        synchronized (FolderLock.class) {
            try (FileChannel channel = FileChannel.open(folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
