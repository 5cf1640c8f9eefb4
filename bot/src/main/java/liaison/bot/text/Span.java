package liaison.bot.text;

/**
 * A labelled piece of a text.
 *
 * @param start its first character, counted in the text as it was written
 * @param end behind its last
 */
public record Span(String label, int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(label + " from " + start + " to " + end);
        }
    }
}
