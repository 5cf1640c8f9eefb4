package liaison.bot.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One conversation as a clerk writes it down: who says what, and what must come of it. */
record Script(String file, String name, Map<String, Object> settings, List<Map<String, Object>> lines) {
    private static final Path FOLDER = Path.of("src/test/resources/conversations");

    static List<Script> all() {
        try (var files = Files.list(FOLDER)) {
            var scripts = new ArrayList<Script>();
            files.filter(path -> path.toString().endsWith(".yml")).sorted().forEach(path -> scripts.addAll(read(path)));
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Script> read(Path path) {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            List<Map<String, Object>> all = yaml.load(Files.readString(path, StandardCharsets.UTF_8));
            return all.stream().map(one -> new Script(path.getFileName().toString(), String.valueOf(one.get("conversation")), one,
                    (List<Map<String, Object>>) one.getOrDefault("talk", List.of()))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
