package liaison.bot.people;

/**
 * What is wrong with a line of a file, and what to do about it.
 *
 * @param line the first line is 1
 * @param column empty when the whole line is meant
 */
public record Fault(String file, long line, String column, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + (column.isEmpty() ? "" : column + ": ") + reason;
    }
}
