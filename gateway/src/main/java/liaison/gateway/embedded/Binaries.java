package liaison.gateway.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** Unpacks the servers that lie on the class path for this platform, once for each content. */
final class Binaries {
    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder.resolve("binaries");
    }

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    Path postgres() {
        String resource = "/postgres-" + system() + (isArm() ? "-arm_64.txz" : "-x86_64.txz");
        return unpacked("postgresql-", resource, (in, target) -> untar(new TarArchiveInputStream(new XZInputStream(in)), target));
    }

    Path redis() {
        String resource = "/redis-server-7.0.15-" + system() + (isArm() ? "-arm64" : "-amd64");
        return unpacked("redis-", resource, (in, target) -> {
            Files.copy(in, target.resolve("redis-server"), StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.permit(target.resolve("redis-server"), "rwx------");
        }).resolve("redis-server");
    }

    private Path unpacked(String prefix, String resource, Unpacking unpacking) {
        try {
            Path target = folder.resolve(prefix + fingerprint(resource));
            if (!Files.isDirectory(target)) {
                Path part = Files.createDirectories(folder.resolve(target.getFileName() + ".part"));
                try (InputStream in = open(resource)) {
                    unpacking.unpack(in, part);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("an archive entry leaves its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(target));
            if (entry.isSymbolicLink()) {
                Files.deleteIfExists(path);
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                PrivateFiles.permit(path, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
            }
        }
    }

    private static String fingerprint(String resource) throws IOException {
        try (InputStream in = open(resource);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        @Nullable InputStream in = Binaries.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("this platform has no " + resource.substring(1));
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    private interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }
}
