package liaison.bot.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The files of one book by their names, as they were read. */
public record RuleFiles(Map<String, String> files) {
    /** The table of topics, as {@code train-topics} writes it. */
    static final String TOPICS = "topics.tsv";
    private static final List<String> SHIPPED = List.of("words.yml", "emergencies.yml", "intents.yml", "weights.yml", "topics.yml",
            "texts.yml",
            "forms.yml", "rules.yml", "examples.yml", TOPICS);
    private static final long LARGEST = 4 << 20;

    public RuleFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The book that comes with the product. */
    public static RuleFiles shipped() {
        var files = new TreeMap<String, String>();
        for (String name : SHIPPED) {
            try (var stream = Objects.requireNonNull(RuleFiles.class.getResourceAsStream("/rules/" + name), name)) {
                files.put(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new RuleFiles(files);
    }

    /**
     * All {@code *.yml} of a folder, and its {@code topics.tsv}; a name that is missing there is taken from the shipped ones.
     *
     * @throws RuleFault where there is none, or one cannot be read
     */
    public static RuleFiles in(Path folder) {
        var files = new TreeMap<>(shipped().files);
        int found = 0;
        try (var list = Files.newDirectoryStream(folder, "{*.yml," + TOPICS + "}")) {
            for (var path : list) {
                files.put(path.getFileName().toString(), text(path));
                found++;
            }
        } catch (IOException e) {
            throw new RuleFault(List.of(folder + ": is no folder that can be read"));
        }
        if (found == 0) {
            throw new RuleFault(List.of(folder + ": holds no rule file (*.yml)"));
        }
        return new RuleFiles(files);
    }

    private static String text(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new RuleFault(List.of(path.getFileName() + ":1: is larger than 4 MiB"));
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            // some editors begin a file with the mark of its byte order
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new RuleFault(List.of(path.getFileName() + ":" + line(bytes) + ": is no text in UTF-8; save it as UTF-8"));
        }
    }

    /** The line a reader came to. */
    private static int line(ByteBuffer bytes) {
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    /** 16 hexadecimal digits over names and contents, enough to tell a deployment's books apart; every row of the journal has them. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
