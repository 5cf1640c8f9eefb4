package liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import liaison.bot.message.Channel;
import liaison.gateway.wechat.AesKey;
import liaison.gateway.wecom.WecomPipeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts in use: those that are set, and in the demo one of its own. */
record Accounts(Map<String, WechatSettings.Account> named, Map<String, WecomSettings.Account> wecom) {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,32}");
    private static final List<String> VALUES = List.of("number", "what", "where", "when", "note");
    /** What messages by each kind of template have to say. */
    private static final Map<String, List<String>> KINDS = Map.of("request", VALUES, "reminder", VALUES, "notice",
            List.of("what", "where", "when"));
    private static final String DEMO = "demo";
    private static final int KEY_BYTES = 32;

    Accounts {
        named = Map.copyOf(named);
        wecom = Map.copyOf(wecom);
    }

    /** Throws {@link IllegalArgumentException} for what nobody could use, and for empty or sample secrets outside the demo. */
    static Accounts of(WechatSettings settings, WecomSettings wecom, Path dataDir, boolean demo) {
        var named = new TreeMap<>(settings.accounts());
        named.forEach(Accounts::checkForm);
        wecom.accounts().forEach(Accounts::checkForm);
        if (demo) {
            named.computeIfAbsent(DEMO, name -> made(dataDir.resolve("demo-account.properties")));
        } else {
            named.forEach((name, account) -> check("liaison.wechat.accounts." + name + ".", Keys.of(account),
                    !account.plain() || !account.aesKey().isEmpty()));
            wecom.accounts().forEach((name, account) -> check("liaison.wecom.accounts." + name + ".", Keys.of(account), true));
        }
        mustDiffer("liaison.wechat.accounts.", ".appid", named, WechatSettings.Account::appid);
        mustDiffer("liaison.wecom.accounts.", ".corpid and agent-id", wecom.accounts(), one -> one.corpid() + ' ' + one.agentId());
        return new Accounts(named, wecom.accounts());
    }

    /** One account under two names would have two tokens, of which the platform takes only the newer. */
    private static <T> void mustDiffer(String at, String setting, Map<String, T> accounts, Function<T, String> id) {
        var names = new HashMap<String, String>();
        new TreeMap<>(accounts).forEach((name, account) -> {
            String other = names.putIfAbsent(id.apply(account), name);
            if (other != null) {
                throw new IllegalArgumentException(at + name + setting + " is that of the account " + other + " already");
            }
        });
    }

    private static void checkRules(String at, @Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(at + ".rules-dir is no folder: " + folder);
        }
    }

    /** Codes of the stations that an account is for; empty for all. */
    List<String> stations(Channel account) {
        return switch (account.kind()) {
            case "wechat" -> Optional.ofNullable(named.get(account.account())).map(WechatSettings.Account::stations).orElse(List.of());
            case WecomPipeline.KIND -> Optional.ofNullable(wecom.get(account.account())).map(WecomSettings.Account::stations)
                    .orElse(List.of());
            default -> List.of();
        };
    }

    /** Throws {@link IllegalArgumentException} for a station that nobody knows: its residents would be told that nobody serves them. */
    void mustServe(Predicate<String> known) {
        named.forEach((name, account) -> mustServe("liaison.wechat.accounts." + name, account.stations(), known));
        wecom.forEach((name, account) -> mustServe("liaison.wecom.accounts." + name, account.stations(), known));
    }

    private static void mustServe(String at, List<String> stations, Predicate<String> known) {
        var unknown = stations.stream().filter(known.negate()).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(at + ".stations names " + String.join(", ", unknown)
                    + ": no station in the directory has that code. Correct it, or import the station first");
        }
    }

    /** The folders of those that have rules of their own. */
    Map<Channel, Path> rules() {
        var rules = new HashMap<Channel, Path>();
        named.forEach((name, account) -> put(rules, new Channel("wechat", name), account.rulesDir()));
        wecom.forEach((name, account) -> put(rules, new Channel(WecomPipeline.KIND, name), account.rulesDir()));
        return rules;
    }

    private static void put(Map<Channel, Path> rules, Channel account, @Nullable Path folder) {
        if (folder != null) {
            rules.put(account, folder);
        }
    }

    private static void check(String at, Keys keys, boolean needsKey) {
        refuse(at + "token", keys.token(), Samples.isWord(keys.token()));
        refuse(at + "secret", keys.secret(), Samples.isWord(keys.secret()));
        if (needsKey) {
            refuse(at + "aes-key", keys.aesKey(), Samples.isKey(keys.aesKey()));
        }
        if (!keys.previousToken().isEmpty()) {
            refuse(at + "previous-token", keys.previousToken(), Samples.isWord(keys.previousToken()));
        }
        if (!keys.previousAesKey().isEmpty()) {
            refuse(at + "previous-aes-key", keys.previousAesKey(), Samples.isKey(keys.previousAesKey()));
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
        checkForm(at, name, account.apiBase(), Keys.of(account));
        checkRules(at, account.rulesDir());
        if (account.appid().isBlank() || account.token().isBlank()) {
            throw new IllegalArgumentException(at + " needs an appid and a token");
        }
        if (account.aesKey().isEmpty() && !account.plain()) {
            throw new IllegalArgumentException(at + ".aes-key is empty, and the account does not take plain mode");
        }
        try {
            WechatConfiguration.menu(account);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(at + ".menu: " + unfit.getMessage(), unfit);
        }
        account.templates().forEach((kind, template) -> {
            var values = KINDS.getOrDefault(kind, List.of());
            if (values.isEmpty()) {
                throw new IllegalArgumentException(at + ".templates." + kind + " is none of request, reminder, notice");
            }
            checkFields(at + ".templates." + kind, template.id(), template.fields(), values);
            checkFields(at + ".templates." + kind + ".subscribe", template.subscribe().id(), template.subscribe().fields(), values);
        });
    }

    /** A template in which nothing would ever stand would go to nobody, without a word. */
    private static void checkFields(String at, String id, Map<String, String> fields, List<String> values) {
        fields.forEach((field, value) -> {
            if (!values.contains(value)) {
                throw new IllegalArgumentException(at + ".fields." + field + " is none of " + String.join(", ", values));
            }
        });
        if (!id.isEmpty() && fields.isEmpty()) {
            throw new IllegalArgumentException(at + ".fields is empty: name what stands in each field of the template, of "
                    + String.join(", ", values));
        }
    }

    private static void checkForm(String name, WecomSettings.Account account) {
        String at = "liaison.wecom.accounts." + name;
        checkForm(at, name, account.apiBase(), Keys.of(account));
        checkRules(at, account.rulesDir());
        if (account.corpid().isBlank()) {
            throw new IllegalArgumentException(at + ".corpid is empty: set the corporation's id, for which everything is encrypted");
        }
        if (account.agentId() <= 0) {
            throw new IllegalArgumentException(at + ".agent-id is empty: set the app's number, such as 1000002");
        }
        if (account.token().isBlank() || account.aesKey().isBlank()) {
            throw new IllegalArgumentException(at + " needs a token and an aes-key, as they stand where the app receives messages");
        }
    }

    private static void checkForm(String at, String name, URI apiBase, Keys keys) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    at + ": a name is 1 to 32 of a-z, 0-9, _ and -, since it stands in the path of its callbacks");
        }
        if (!Set.of("http", "https").contains(String.valueOf(apiBase.getScheme()))) {
            throw new IllegalArgumentException(at + ".api-base is no address such as https://api.weixin.qq.com");
        }
        checkKey(at + ".aes-key", keys.aesKey());
        checkKey(at + ".previous-aes-key", keys.previousAesKey());
    }

    private static void checkKey(String setting, String key) {
        if (!key.isEmpty() && !AesKey.isForm(key)) {
            throw new IllegalArgumentException(setting + " has " + key.length() + " characters or others than letters and digits;"
                    + " an EncodingAESKey has 43: copy it once more");
        }
    }

    /** What is secret of an account, on either platform. */
    private record Keys(String token, String aesKey, String secret, String previousToken, String previousAesKey) {
        static Keys of(WechatSettings.Account account) {
            return new Keys(account.token(), account.aesKey(), account.secret(), account.previousToken(), account.previousAesKey());
        }

        static Keys of(WecomSettings.Account account) {
            return new Keys(account.token(), account.aesKey(), account.secret(), account.previousToken(), account.previousAesKey());
        }
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
                URI.create("https://api.weixin.qq.com"), false, false, Map.of(), List.of(), null, List.of());
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
