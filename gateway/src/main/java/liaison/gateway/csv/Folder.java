package liaison.gateway.csv;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the files lie. */
sealed interface Folder {
    /** For messages. */
    String name();

    boolean holds(String file);

    InputStream open(String file) throws IOException;

    /** Files that look as if they were meant, but bear none of the names. */
    List<String> strangers(Set<String> known) throws IOException;

    record OnDisk(Path path) implements Folder {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public boolean holds(String file) {
            return Files.exists(path.resolve(file));
        }

        @Override
        public InputStream open(String file) throws IOException {
            return Files.newInputStream(path.resolve(file));
        }

        @Override
        public List<String> strangers(Set<String> known) throws IOException {
            try (var files = Files.list(path)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".csv") && !known.contains(file)).sorted().toList();
            }
        }
    }

    record OnClasspath(String name) implements Folder {
        @Override
        public boolean holds(String file) {
            return Folder.class.getResource(name + "/" + file) != null;
        }

        @Override
        public InputStream open(String file) throws IOException {
            InputStream stream = Folder.class.getResourceAsStream(name + "/" + file);
            if (stream == null) {
                throw new FileNotFoundException(name + "/" + file);
            }
            return stream;
        }

        @Override
        public List<String> strangers(Set<String> known) {
            return List.of();
        }
    }
}
