package liaison.gateway.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.function.Predicate;

/** The key outside the database that everything hangs on: 32 bytes. */
public final class MasterKey {
    static final int LENGTH = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The key of the setting {@code liaison.seal.key}. */
    public static MasterKey of(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("liaison.seal.key is not Base64 of 32 bytes; `openssl rand -base64 32` makes one");
        }
        return new MasterKey(bytes);
    }

    /** The demo's own key in {@code seal.key}, made with the first start; safe against another process that starts. */
    public static MasterKey kept(Path dataDir) {
        Path file = dataDir.resolve("seal.key");
        // a file lock keeps out other processes alone
        synchronized (MasterKey.class) {
            try {
                Files.createDirectories(dataDir);
                try (FileChannel channel = FileChannel.open(file,
                        EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), ownersAlone());
                        FileLock _ = channel.lock()) {
                    if (channel.size() == 0) {
                        make(channel);
                    }
                }
                return of(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the bytes pass for a sample's. */
    public boolean isSample(Predicate<byte[]> sample) {
        return sample.test(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static void make(FileChannel channel) throws IOException {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(random)));
        channel.force(true);
    }

    /** Nothing where it is no Base64: the exception would quote the key. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
