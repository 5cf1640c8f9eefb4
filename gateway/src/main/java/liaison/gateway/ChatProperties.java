package liaison.gateway;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import liaison.gateway.chat.ChatSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The web chat.
 *
 * @param beat how often an open page is told the last number, at most 25 s
 * @param burst messages that a page may send at once
 * @param pace after how long it may send one more
 * @param origins of pages that may connect besides our own
 */
@Validated
@ConfigurationProperties(value = "liaison.chat", ignoreUnknownFields = false)
record ChatProperties(@DefaultValue("15s") Duration beat, @DefaultValue("20") int burst, @DefaultValue("1s") Duration pace,
        @DefaultValue List<String> origins) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

    ChatProperties {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "liaison.chat.origins: " + origin + " is no origin; write it as https://HOST or https://HOST:PORT");
            }
        }
    }

    ChatSettings settings() {
        return new ChatSettings(beat, burst, pace, origins);
    }
}
