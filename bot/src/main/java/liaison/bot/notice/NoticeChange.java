package liaison.bot.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/**
 * One part of a notice that its author says anew, as 时间改为下午五点 or 改地点，换成四楼.
 *
 * @param part {@code when}, {@code where}, {@code what} or {@code who}; empty when the message does not name it
 * @param words what it shall be; empty when that is not said
 * @param added whether the words come behind what there is
 */
public record NoticeChange(String part, String words, boolean added) {
    /** One that replaces what there is. */
    NoticeChange(String part, String words) {
        this(part, words, false);
    }

    /** All that a message wants changed; what it says is unchanged is left out. */
    public static List<NoticeChange> read(String sentence) {
        var text = new NoticeText(sentence);
        var changes = new ArrayList<NoticeChange>();
        for (var part : text.parts()) {
            int start = text.behindBlank(text.behind(part.start(), "change-lead"));
            var label = text.at(start, "label");
            int from = label.map(Word::end).orElse(start);
            int more = more(text, start, label);
            if (more > start) {
                changes.add(new NoticeChange("what", words(text, text.behind(more, "more-sign"), text.end("more-sign")), true));
                return changes;
            }
            if (label.filter(word -> word.value().equals("what")).isPresent()) {
                changes.add(new NoticeChange("what", value(text, from, text.end("change-tail"), true)));
                return changes;
            }
            if (text.at(text.behind(from, "is"), "unchanged").isPresent()) {
                continue;
            }
            String value = value(text, label.isPresent() ? from : part.start(), part.end(), false);
            if (label.isEmpty() && !changes.isEmpty() && changes.getLast().words.isEmpty()) {
                changes.add(new NoticeChange(changes.removeLast().part, value));
            } else if (label.isPresent() || !value.isEmpty()) {
                changes.add(new NoticeChange(label.map(Word::value).orElse(""), value));
            }
        }
        return changes;
    }

    /** Whether it says that something shall be another than it was, or begins with a part of the notice, as 通知内容 does. */
    public static boolean isChange(String sentence) {
        var text = new NoticeText(sentence);
        int behind = text.behind(text.behind(0, "polite"), "command");
        return text.says("change", "not") || text.says("wrong", "not") || text.at(behind, "more-alone").isPresent()
                || (behind > 0 && text.at(behind, "label").isPresent());
    }

    /** Behind 加一句 and 内容后面再加上, or where they would begin. */
    private static int more(NoticeText text, int start, Optional<Word> label) {
        boolean isText = label.filter(word -> word.value().equals("what")).isPresent();
        if (!isText && (label.isPresent() || text.at(start, "more-alone").isEmpty())) {
            return start;
        }
        int from = label.map(Word::end).orElse(start);
        int behind = text.behind(text.behind(from, "change-lead"), "more");
        return text.at(text.behind(from, "change-lead"), "more").isPresent() ? behind : start;
    }

    /** What stands behind the last 改成, since 从三楼换到四楼 may be before it; in a new text behind the first one. */
    private static String value(NoticeText text, int from, int end, boolean first) {
        Optional<Word> change = Optional.empty();
        for (int i = from; i < end && !(first && change.isPresent()); i++) {
            var word = text.at(i, "change");
            change = word.isPresent() ? word : change;
        }
        int start = change.map(Word::end).orElseGet(() -> text.behind(text.behind(from, "is"), "change-lead"));
        start = text.behindBlank(text.behind(text.behind(start, "wrong"), "is"));
        return words(text, start, Math.min(end, text.end("change-tail")));
    }

    private static String words(NoticeText text, int start, int end) {
        return start < end ? text.named(new Span(start, end)) : "";
    }
}
