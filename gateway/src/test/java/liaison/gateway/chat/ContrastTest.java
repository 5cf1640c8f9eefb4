package liaison.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*#([0-9A-Fa-f]{6});");
    private static final double TEXT = 4.5;
    private static final double PARTS = 3;

    /** Foreground, background, least ratio. */
    private static final Object[][] PAIRS = {
            {"text", "page", TEXT}, {"text", "surface", TEXT}, {"text", "sunken", TEXT}, {"text", "mine", TEXT}, {"text", "mark", TEXT},
            {"text", "info-soft", TEXT}, {"text", "due-soft", TEXT}, {"muted", "surface", TEXT}, {"muted", "page", TEXT},
            {"muted", "sunken", TEXT}, {"muted", "mine", TEXT}, {"link", "surface", TEXT}, {"link", "page", TEXT}, {"link", "mine", TEXT},
            {"link", "info-soft", TEXT}, {"link", "due-soft", TEXT}, {"info", "page", TEXT}, {"info", "info-soft", TEXT},
            {"brand", "surface", TEXT}, {"on-brand", "brand", TEXT}, {"on-brand", "brand-press", TEXT}, {"brand", "brand-soft", TEXT},
            {"ok", "surface", TEXT}, {"ok", "ok-soft", TEXT}, {"due", "surface", TEXT}, {"due", "due-soft", TEXT},
            {"over", "surface", TEXT},
            {"over", "page", TEXT}, {"surface", "over", TEXT}, {"over", "over-soft", TEXT}, {"edge", "surface", PARTS},
            {"edge", "page", PARTS}, {"edge", "sunken", PARTS}, {"focus", "surface", PARTS}, {"focus", "page", PARTS},
            {"focus", "mine", PARTS}};

    @ParameterizedTest
    @ValueSource(strings = {":root {", ":root[data-theme=\"dark\"] {", ":root:not([data-theme=\"light\"]) {"})
    void colours_canBeToldApart(String theme) throws IOException {
        var colours = colours(theme);
        for (var pair : PAIRS) {
            double ratio = ratio(colour(colours, pair[0]), colour(colours, pair[1]));
            assertThat(ratio).as("%s: %s on %s", theme, pair[0], pair[1]).isGreaterThanOrEqualTo((double) pair[2]);
        }
    }

    private static int colour(Map<String, Integer> colours, Object name) {
        return Objects.requireNonNull(colours.get(name), name.toString());
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream("/static/css/tokens.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int begin = css.indexOf(theme);
            assertThat(begin).isNotNegative();
            var colours = new HashMap<String, Integer>();
            COLOUR.matcher(css.substring(begin, css.indexOf('}', begin))).results()
                    .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
            return colours;
        }
    }

    private static double ratio(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
