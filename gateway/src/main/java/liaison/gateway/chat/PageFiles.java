package liaison.gateway.chat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The fixed map of what is served: path to bytes. No path ever reaches a file system. */
final class PageFiles {
    private static final Pattern HASHED = Pattern.compile("(/.+)\\.[0-9a-f]{16}\\.(css|js|svg)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\R");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ");
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK = "no-cache";

    private final Map<String, PageFile> files;

    private PageFiles(Map<String, PageFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads everything from the class path; what the page names gets the hash of its content into its name. */
    static PageFiles load() {
        var files = new HashMap<String, PageFile>();
        String css = "text/css;charset=utf-8";
        String js = "text/javascript;charset=utf-8";
        var named = Map.of(
                "/css/chat.css", PageFile.of(css, join("css/tokens.css", "css/hand.css", "css/chat.css"), ASK),
                "/chat/icon.svg", PageFile.of("image/svg+xml", text("chat/icon.svg"), ASK),
                "/chat/prefs.js", PageFile.of(js, text("chat/prefs.js"), ASK),
                "/chat/chat.js", PageFile.of(js, script(), ASK));
        String page = text("chat/index.html");
        for (var file : named.entrySet()) {
            String hashed = hashed(file.getKey(), file.getValue().hash());
            page = page.replace("\"" + file.getKey() + "\"", "\"" + hashed + "\"");
            files.put(file.getKey(), file.getValue());
            files.put(hashed, file.getValue().cached(FOREVER));
        }
        files.put("/", PageFile.of("text/html;charset=utf-8", page, ASK));
        return new PageFiles(files);
    }

    /** A name with another version's hash gets the current content: two versions may run side by side for a while. */
    Optional<PageFile> find(String path) {
        var file = Optional.ofNullable(files.get(path));
        var hashed = HASHED.matcher(path);
        return file.isEmpty() && hashed.matches() ? Optional.ofNullable(files.get(hashed.group(1) + "." + hashed.group(2))) : file;
    }

    /** The modules as one, in the order of their imports, so that a phone on a slow line asks once. */
    private static String script() {
        String all = join("chat/words.js", "chat/store.js", "chat/wire.js", "chat/queue.js", "chat/cards.js", "chat/log.js",
                "chat/chat.js");
        return EXPORT.matcher(IMPORT.matcher(all).replaceAll("")).replaceAll("");
    }

    private static String join(String... names) {
        return List.of(names).stream().map(PageFiles::text).collect(Collectors.joining("\n"));
    }

    private static String text(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("static/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hashed(String path, String hash) {
        int dot = path.lastIndexOf('.');
        return path.substring(0, dot) + "." + hash + path.substring(dot);
    }

    /** One file, plain and compressed. */
    record PageFile(String type, byte[] plain, byte[] gzip, String hash, String cache) {
        static PageFile of(String type, String text, String cache) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            return new PageFile(type, plain, zip(plain), sha256(plain).substring(0, 16), cache);
        }

        PageFile cached(String cache) {
            return new PageFile(type, plain, gzip, hash, cache);
        }

        String etag() {
            return "W/\"" + hash + "\"";
        }

        private static byte[] zip(byte[] plain) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(plain);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return bytes.toByteArray();
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
