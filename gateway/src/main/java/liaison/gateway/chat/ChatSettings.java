package liaison.gateway.chat;

import java.time.Duration;
import java.util.List;

/**
 * What a connection of the web chat may do.
 *
 * @param beat how often a connection is told the last number; a page that hears nothing for longer asks
 * @param burst how many messages may come at once
 * @param pace after how long one more may come
 * @param origins that may connect besides the page's own host, such as {@code https://chat.example}
 */
public record ChatSettings(Duration beat, int burst, Duration pace, List<String> origins) {
    private static final Duration LONGEST_BEAT = Duration.ofSeconds(25);

    public static final ChatSettings USUAL = new ChatSettings(Duration.ofSeconds(15), 20, Duration.ofSeconds(1), List.of());

    public ChatSettings {
        origins = List.copyOf(origins);
        if (!beat.isPositive() || beat.compareTo(LONGEST_BEAT) > 0) {
            throw new IllegalArgumentException("liaison.chat.beat: give a time above 0 and at most 25s");
        }
        if (burst < 1 || !pace.isPositive()) {
            throw new IllegalArgumentException("liaison.chat.burst and liaison.chat.pace must be above 0");
        }
    }
}
