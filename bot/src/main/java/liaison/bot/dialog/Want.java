package liaison.bot.dialog;

/**
 * Something that deciding may need to know beyond the dialog and the directory. What it means is told by the record; the
 * type is that of its answer. Reads are batched over all messages that are decided together.
 *
 * @param <T> type of the answer
 */
public interface Want<T> {
}
