package liaison.bot.notice;

import java.util.Map;
import java.util.Optional;
import liaison.bot.calendar.WordTable.Word;

/**
 * One part of a notice that its author says anew, as 时间改为下午五点 or 改地点，换成四楼.
 *
 * @param part {@code when}, {@code where}, {@code what} or {@code who}; empty when the message does not name it
 * @param words what it shall be; empty when that is not said
 */
public record NoticeChange(String part, String words) {
    public static NoticeChange read(String sentence) {
        var text = new NoticeText(sentence, Map.of());
        int start = text.behindBlank(text.behind(0, "change-lead"));
        var label = text.at(start, "label");
        int from = label.map(Word::end).orElse(start);
        var change = change(text, label.isPresent() ? from : 0, sentence.length(),
                label.filter(word -> word.value().equals("what")).isPresent());
        int value = change.map(Word::end).orElseGet(() -> label.isPresent() ? text.behind(text.behind(from, "is"), "change-lead") : from);
        return new NoticeChange(label.map(Word::value).orElse(""),
                sentence.substring(text.behindBlank(text.behind(value, "is")), text.end("change-tail")).strip());
    }

    /** The last 改成 counts, since 从三楼换到四楼 may be before it; in a new text the first one. */
    private static Optional<Word> change(NoticeText text, int from, int end, boolean first) {
        Optional<Word> found = Optional.empty();
        for (int i = from; i < end && !(first && found.isPresent()); i++) {
            var word = text.at(i, "change");
            found = word.isPresent() ? word : found;
        }
        return found;
    }
}
