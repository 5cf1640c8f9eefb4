package liaison.gateway;

import java.util.List;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A mistyped setting would be none: whatever is given under {@code liaison.} must be one. */
final class KnownSettings {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("liaison");
    private static final List<ConfigurationPropertyName> OURS = names("data-dir", "rules-dir", "demo", "seal.algorithm", "seal.key",
            "redis.uri", "request.answer-workdays");
    /** What may lie in them they know themselves. */
    private static final List<ConfigurationPropertyName> PARTS = names("gateway", "media", "wechat", "wecom", "chat");

    private KnownSettings() {
    }

    private static List<ConfigurationPropertyName> names(String... names) {
        return List.of(names).stream().map(name -> ConfigurationPropertyName.of("liaison." + name)).toList();
    }

    /** Throws {@link IllegalArgumentException} that names one. Environment variables may be for something else that bears the name. */
    static void require(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource all
                    && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
                all.stream().filter(name -> ROOT.isAncestorOf(name) && !isKnown(name)).findFirst().ifPresent(name -> {
                    throw new IllegalArgumentException(unknown(name));
                });
            }
        }
    }

    static String unknown(ConfigurationPropertyName name) {
        return name + " is no setting; application.yml lists all there are";
    }

    /** A heading with nothing below it, too. */
    private static boolean isKnown(ConfigurationPropertyName name) {
        return OURS.stream().anyMatch(one -> one.equals(name) || name.isAncestorOf(one))
                || PARTS.stream().anyMatch(part -> part.equals(name) || part.isAncestorOf(name));
    }
}
