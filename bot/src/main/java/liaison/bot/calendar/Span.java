package liaison.bot.calendar;

/** A part of a text: its first character and the one behind its last. */
public record Span(int start, int end) {
    public String of(String text) {
        return text.substring(start, end);
    }

    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }
}
