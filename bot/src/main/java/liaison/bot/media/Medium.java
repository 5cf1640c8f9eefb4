package liaison.bot.media;

/**
 * A picture, film, voice message or file as the ledger knows it.
 *
 * @param type of the stored content, such as {@code image/jpeg}; empty while nothing is stored
 */
public record Medium(MediaKey key, MediaKind kind, MediaState state, String type) {
}
