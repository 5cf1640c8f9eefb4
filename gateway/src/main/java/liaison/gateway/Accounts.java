package liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts in use: those that are set, and in the demo one of its own. */
record Accounts(Map<String, WechatSettings.Account> named) {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");
    private static final Set<String> KINDS = Set.of("request", "reminder", "notice");
    private static final Set<String> VALUES = Set.of("number", "what", "where", "when", "note");
    private static final String DEMO = "demo";
    private static final int KEY_BYTES = 32;

    /** Throws {@link IllegalArgumentException} for empty or sample secrets outside the demo. */
    static Accounts of(WechatSettings settings, Path dataDir, boolean demo) {
        var named = new TreeMap<>(settings.accounts());
        named.forEach(Accounts::checkForm);
        if (demo) {
            named.computeIfAbsent(DEMO, name -> made(dataDir.resolve("demo-account.properties")));
        } else {
            named.forEach(Accounts::check);
        }
        return new Accounts(named);
    }

    private static void check(String name, WechatSettings.Account account) {
        String at = "liaison.wechat.accounts." + name + ".";
        refuse(at + "token", account.token(), Samples.isWord(account.token()));
        refuse(at + "secret", account.secret(), Samples.isWord(account.secret()));
        if (!account.plain() || !account.aesKey().isEmpty()) {
            refuse(at + "aes-key", account.aesKey(), Samples.isKey(account.aesKey()));
        }
        if (!account.previousToken().isEmpty()) {
            refuse(at + "previous-token", account.previousToken(), Samples.isWord(account.previousToken()));
        }
        if (!account.previousAesKey().isEmpty()) {
            refuse(at + "previous-aes-key", account.previousAesKey(), Samples.isKey(account.previousAesKey()));
        }
    }

    private static void refuse(String setting, String value, boolean sample) {
        if (value.isBlank() || sample) {
            throw new IllegalArgumentException(setting + " is " + (value.isBlank() ? "empty" : "a sample")
                    + ": set the account's own, or start the demo with liaison.demo=true");
        }
    }

    private static void checkForm(String name, WechatSettings.Account account) {
        String at = "liaison.wechat.accounts." + name;
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(at + ": a name is 1 to 32 of a-z, 0-9, _ and -, since it stands in the path /wechat/NAME");
        }
        if (!Set.of("http", "https").contains(String.valueOf(account.apiBase().getScheme()))) {
            throw new IllegalArgumentException(at + ".api-base is no address such as https://api.weixin.qq.com");
        }
        account.templates().forEach((kind, template) -> {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(at + ".templates." + kind + " is none of request, reminder, notice");
            }
            checkFields(at + ".templates." + kind, template.fields());
            checkFields(at + ".templates." + kind + ".subscribe", template.subscribe().fields());
        });
    }

    private static void checkFields(String at, Map<String, String> fields) {
        fields.forEach((field, value) -> {
            if (!VALUES.contains(value)) {
                throw new IllegalArgumentException(at + ".fields." + field + " is none of number, what, where, when, note");
            }
        });
    }

    private static WechatSettings.Account made(Path file) {
        var kept = new Properties();
        try {
            if (!Files.exists(file)) {
                var random = new SecureRandom();
                kept.setProperty("appid", "wx" + hex(random));
                kept.setProperty("token", hex(random));
                kept.setProperty("aes-key", base64(random).substring(0, 43));
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var out = Files.newBufferedWriter(file)) {
                    kept.store(out, "The demo's Official Account: /wechat/demo takes messages signed with these");
                }
            }
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("The demo's account takes messages at /wechat/demo; its secrets are in {}", file);
        return new WechatSettings.Account(kept.getProperty("appid"), kept.getProperty("token"), kept.getProperty("aes-key"), "", "", "",
                URI.create("https://api.weixin.qq.com"), false, false, Map.of());
    }

    private static String hex(SecureRandom random) {
        return HexFormat.of().formatHex(bytes(random, 8));
    }

    private static String base64(SecureRandom random) {
        return Base64.getEncoder().encodeToString(bytes(random, KEY_BYTES));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
