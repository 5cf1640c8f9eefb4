package liaison.bot.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/**
 * One part of a notice that its author says anew, as 时间改为下午五点 or 改地点，换成四楼.
 *
 * @param part {@code when}, {@code where}, {@code what} or {@code who}; empty when the message does not name it
 * @param was what shall be another, as 二楼 in 二楼改三楼; empty when that is not said
 * @param words what it shall be; empty when that is not said
 * @param kind how it is said
 * @param said the clause that says it
 */
public record NoticeChange(String part, String was, String words, Kind kind, String said) {
    private static final String OPEN = "\u201c\u300c\u2018\"";
    private static final String CLOSE = "\u201d\u300d\u2019\"";

    /** Whether words say that something shall be another, the words only stand there, or they come behind what there is. */
    public enum Kind {
        CHANGED, SAID, ADDED
    }

    /** What a message says before it dictates words of the text. */
    public static String withoutText(String sentence) {
        var text = new NoticeText(sentence);
        for (var part : text.parts()) {
            int start = text.behindBlank(text.behind(part.start(), "change-lead"));
            var label = text.at(start, "label");
            if (label.filter(word -> word.value().equals("what")).isPresent() || more(text, start, label) > start) {
                return sentence.substring(0, part.start());
            }
        }
        return sentence;
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
                changes.add(new NoticeChange("what", "",
                        words(text, text.behind(more, "more-sign"), text.end("more-sign")), Kind.ADDED, ""));
                return changes;
            }
            if (label.filter(word -> word.value().equals("what")).isPresent()) {
                changes.add(value(text, "what", new Span(from, text.end("change-tail")), true));
                return changes;
            }
            boolean isLater = label.filter(word -> word.value().equals("where")).isPresent()
                    && text.at(text.behind(from, "is"), "place-later").isPresent();
            if (!isLater && text.at(text.behind(from, "is"), "unchanged").isPresent()) {
                continue;
            }
            var change = value(text, label.map(Word::value).orElse(""), new Span(label.isPresent() ? from : part.start(), part.end()),
                    false);
            boolean isNext = label.isEmpty() && !changes.isEmpty() && changes.getLast().words.isEmpty();
            if (isNext) {
                var last = changes.removeLast();
                changes.add(
                        new NoticeChange(last.part, change.was.isEmpty() ? last.was : change.was, change.words, Kind.CHANGED, change.said));
            } else if (label.isPresent() || !change.words.isEmpty() || !change.was.isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** What a clause puts behind the text, as 加上自带水杯 and 另外请带证件; empty where it puts nothing there. */
    public static String addition(String clause) {
        var text = new NoticeText(clause);
        int more = text.behind(0, "more");
        int besides = text.at(0, "besides").map(Word::end).filter(end -> text.at(end, "urge").isPresent()).orElse(more);
        return more == 0 && besides == 0 ? "" : words(text, more > 0 ? more : besides, text.end("change-tail"));
    }

    /** Whether it says that something shall be another than it was, or begins with a part of the notice, as 通知内容 does. */
    public static boolean isChange(String sentence) {
        var text = new NoticeText(sentence);
        int behind = text.behind(text.behind(0, "polite"), "command");
        return text.says("change", "not") || text.says("wrong", "not") || text.at(behind, "more-alone").isPresent()
                || (behind > 0 && text.at(behind, "label").isPresent());
    }

    /** What shall be another: the words of a clause before 改到, 推迟 and the like; empty where there are none. */
    public static String subject(String sentence) {
        var text = new NoticeText(sentence);
        for (var part : text.parts()) {
            int at = first(text, part, "change").or(() -> first(text, part, "shift")).or(() -> first(text, part, "exchange"))
                    .or(() -> first(text, part, "wrong")).map(Word::start).orElse(part.start());
            if (at > part.start()) {
                return text.named(new Span(part.start(), at));
            }
        }
        return "";
    }

    // without a stream: every message is asked this
    private static Optional<Word> first(NoticeText text, Span part, String kind) {
        for (int i = part.start(); i < part.end(); i++) {
            var word = text.at(i, kind);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
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

    /**
     * What stands behind the last 改成, since 从三楼换到四楼 may be before it; in a new text behind the first one. What stands before it is
     * what it was; so it is with 不是三楼，是四楼, and with 三楼改四楼, where both are said.
     */
    private static NoticeChange value(NoticeText text, String part, Span span, boolean first) {
        int from = text.behind(text.behind(text.behind(span.start(), "is"), "change-lead"), "was-lead");
        int was = text.behind(text.behind(from, "isnt"), "was-lead");
        boolean isDenied = was > text.behind(from, "was-lead");
        var change = changed(text, span, first).or(() -> between(text, new Span(was, span.end()), isDenied ? "is" : "exchange"));
        int end = Math.min(span.end(), text.end("change-tail"));
        if (change.isEmpty() && isDenied) {
            return new NoticeChange(part, words(text, was, end), "", Kind.CHANGED, "");
        }
        boolean isSo = !part.isEmpty() || text.at(span.start(), "is").filter(word -> word.value().equals("so")).isPresent();
        int start = change.map(Word::end).orElse(from);
        start = text.behindBlank(text.behind(text.behind(start, "wrong"), "is"));
        return new NoticeChange(part, change.map(word -> words(text, was, text.endBefore(word.start(), "wrong"))).orElse(""),
                words(text, start, end), isSo || change.isPresent() ? Kind.CHANGED : Kind.SAID, words(text, span.start(), span.end()));
    }

    private static Optional<Word> changed(NoticeText text, Span span, boolean first) {
        Optional<Word> change = Optional.empty();
        for (int i = span.start(); i < span.end() && !(first && change.isPresent()); i++) {
            var word = text.at(i, "change");
            change = word.isPresent() ? word : change;
        }
        return change;
    }

    /** A word with something on both sides of it. */
    private static Optional<Word> between(NoticeText text, Span span, String kind) {
        return IntStream.range(span.start() + 1, span.end()).mapToObj(i -> text.at(i, kind)).flatMap(Optional::stream)
                .filter(word -> word.end() < span.end()).findFirst();
    }

    /** Without the quotes around them. */
    private static String words(NoticeText text, int start, int end) {
        String words = start < end ? text.named(new Span(start, end)) : "";
        boolean isQuoted = words.length() > 2 && OPEN.indexOf(words.charAt(0)) >= 0 && CLOSE.indexOf(words.charAt(words.length() - 1)) >= 0;
        return isQuoted ? words.substring(1, words.length() - 1) : words;
    }
}
