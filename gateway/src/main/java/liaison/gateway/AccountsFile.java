package liaison.gateway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * {@code accounts.yml} in the data folder: settings of accounts that change while the server runs, under the names they have elsewhere.
 * What it says counts more than what stands elsewhere.
 */
final class AccountsFile {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final List<String> ROOTS = List.of("liaison.wechat.accounts.", "liaison.wecom.accounts.");

    private static final Map<String, String> OTHERS = Map.of("token", "aes-key", "aes-key", "token", "previous-token", "previous-aes-key",
            "previous-aes-key", "previous-token");

    private final Path path;
    private final Path dataDir;
    private final boolean demo;
    private final Environment environment;
    private final Predicate<String> known;

    /** Whatever stations are named. */
    AccountsFile(Path dataDir, boolean demo, Environment environment) {
        this(dataDir, demo, environment, code -> true);
    }

    /** @param known whether a code is a station's */
    AccountsFile(Path dataDir, boolean demo, Environment environment, Predicate<String> known) {
        this.known = known;
        path = dataDir.resolve("accounts.yml");
        this.dataDir = dataDir;
        this.demo = demo;
        this.environment = environment;
    }

    Path path() {
        return path;
    }

    /** What stands in the file; empty where there is none, and a blank line where there is one with nothing in it. */
    String text() throws IOException {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return text.isEmpty() ? "\n" : text;
        } catch (NoSuchFileException none) {
            return "";
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException("it is not written in UTF-8: save it so", other);
        }
    }

    /** The accounts by this text and all other settings; throws {@link IllegalArgumentException} that says what is wrong, and no secret. */
    Accounts read(String text) {
        if (!text.isEmpty() && text.isBlank()) {
            throw new IllegalArgumentException("it is empty: delete it where nothing is to differ from the other settings");
        }
        var ours = sources(text);
        pairs(ours);
        var all = new ArrayList<ConfigurationPropertySource>();
        ConfigurationPropertySources.from(ours).forEach(all::add);
        ConfigurationPropertySources.get(environment).forEach(all::add);
        var resolver = new PropertySourcesPlaceholdersResolver(environment);
        try {
            var alone = new Binder(ConfigurationPropertySources.from(ours), resolver);
            var strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT);
            alone.bind("liaison.wechat", Bindable.of(WechatSettings.class), strict);
            alone.bind("liaison.wecom", Bindable.of(WecomSettings.class), strict);
            var binder = new Binder(all, resolver);
            var accounts = Accounts.of(binder.bindOrCreate("liaison.wechat", Bindable.of(WechatSettings.class)),
                    binder.bindOrCreate("liaison.wecom", Bindable.of(WecomSettings.class)), dataDir, demo);
            accounts.mustServe(known);
            return accounts;
        } catch (BindException unusable) {
            throw new IllegalArgumentException(unusable.getCause() instanceof UnboundConfigurationPropertiesException unknown
                    ? unknown.getUnboundProperties().iterator().next().getName() + " is no setting of an account"
                    : unusable.getName() + " cannot be read: it is of another kind", unusable);
        }
    }

    private static List<PropertySource<?>> sources(String text) {
        List<PropertySource<?>> sources;
        try {
            sources = text.isBlank()
                    ? List.of()
                    : new YamlPropertySourceLoader().load("accounts.yml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException broken) {
            // the reader's own words quote the line, which may hold a secret
            var line = LINE.matcher(String.valueOf(broken.getMessage()));
            throw new IllegalArgumentException("it is no YAML" + (line.find() ? ", see line " + line.group(1) : ""));
        }
        sources.stream().flatMap(AccountsFile::names).filter(name -> ROOTS.stream().noneMatch(name::startsWith)).findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is no setting of an account");
                });
        return sources;
    }

    /** A token and the key of its time change together; one without the other is half of what is being written. */
    private static void pairs(List<PropertySource<?>> sources) {
        var names = sources.stream().flatMap(AccountsFile::names).collect(Collectors.toSet());
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            String other = OTHERS.getOrDefault(name.substring(dot + 1), "");
            if (!other.isEmpty() && !names.contains(name.substring(0, dot + 1) + other)) {
                throw new IllegalArgumentException(name + " stands there without " + other + ": they change together");
            }
        }
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> known ? Stream.of(known.getPropertyNames()) : Stream.of();
    }
}
