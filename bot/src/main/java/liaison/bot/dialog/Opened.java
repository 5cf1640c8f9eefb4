package liaison.bot.dialog;

/**
 * What a link showed.
 *
 * @param type such as {@code image/jpeg}
 */
public record Opened(String type, byte[] content) {
}
