package liaison.bot.notice;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable.Word;

/** What a clerk says of a notice that was sent: asks how it went, or has it stopped. */
public final class NoticeQuestion {
    private static final int LONGEST = 18;
    private static final int LONGEST_CALLOFF = 24;
    private static final int LONGEST_ASIDE = 30;
    private static final int LONGEST_UNSIGNED = 16;

    private NoticeQuestion() {
    }

    /**
     * Whether it asks something that gives no part of a notice, as 明天有几件事要办. 三点行吗 and 能不能改到三点 give one, and words that announce
     * something may have a question in them.
     */
    public static boolean isAside(String sentence) {
        if (sentence.length() > LONGEST_ASIDE) {
            return false;
        }
        var text = new NoticeText(sentence);
        int open = text.behind(0, "polite");
        int start = text.behind(open, "ask-lead");
        int close = text.end("ask-tail");
        int end = text.endBefore(close, "ask-tag");
        boolean asks = IntStream.range(start, end).anyMatch(i -> text.at(i, "ask").isPresent() && text.before(i, "ask-no").isEmpty());
        if (text.says("change", "not") || start > open || end < close) {
            return asks && !text.says("change", "not");
        }
        boolean isMarked = text.before(close, "ask-end").isPresent()
                || (!text.says("exchange") && text.plain(close, text.length()).indexOf('?') >= 0);
        boolean announces = text.at(open, "command").isPresent();
        return isMarked || (asks && !announces && sentence.length() <= LONGEST_UNSIGNED);
    }

    /** Whether whoever speaks tells of himself or of somebody else, as 我在三楼. */
    public static boolean tells(String sentence) {
        return new NoticeText(sentence).at(0, "speaker").isPresent();
    }

    /** Such as 上条通知谁没看, or 到会的有几位. */
    public static boolean asks(String sentence) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        var text = new NoticeText(sentence);
        boolean isSent = text.says("sent") || text.says("came");
        return isSent && (text.says("asked") || ends(sentence, text, "asked-end")) && !text.says("asked-no");
    }

    /** Such as 把刚才那条通知停了, 停掉学习会的通知 and 通知发错了，撤回; 通知培训取消 is a notice of its own. */
    public static boolean stops(String sentence) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        var text = new NoticeText(sentence);
        if (!text.says("sent") || text.says("stopped-no")) {
            return false;
        }
        int open = text.behind(0, "polite");
        boolean isFirst = text.at(open, "stopped").isPresent() && text.before(text.end("change-tail"), "sent").isPresent();
        boolean isAlone = text.parts().stream().anyMatch(part -> text.behind(text.behind(part.start(), "polite"), "stopped") == part.end());
        return isFirst || isAlone || (text.at(0, "command").isEmpty() && ends(sentence, text, "stopped"));
    }

    /** Such as 把学习会停了, 12月3日的两个都取消 and 培训不开了: something that was to be is not to be, whatever it is. */
    public static boolean callsOff(String sentence) {
        if (sentence.length() > LONGEST_CALLOFF) {
            return false;
        }
        var text = new NoticeText(sentence);
        return (ends(sentence, text, "stopped") || ends(sentence, text, "called-off")) && !text.says("called-off-no")
                && text.at(0, "command").isEmpty();
    }

    /** The same, and where it is only asked about or refused, or the verb comes first: 学习会取消了吗, 学习会别取消 and 取消学习会. */
    public static boolean speaksOfCallingOff(String sentence) {
        if (sentence.length() > LONGEST_CALLOFF) {
            return false;
        }
        var text = new NoticeText(sentence);
        int end = text.endBefore(text.endBefore(text.end("ask-tail"), "ask-end"), "change-tail");
        for (int i = 0; i < end; i++) {
            int place = i;
            var stop = StopOrder.verb(text, i).or(() -> text.at(place, "still"));
            if (stop.isPresent() && (stop.get().end() >= end || text.endsClause(stop.get().end()) || isFirst(text, place))) {
                return !text.says("called-off-other") && text.at(0, "command").isEmpty();
            }
        }
        return false;
    }

    /** Whether only manners, or what makes it no order, stand before a place in its clause. */
    private static boolean isFirst(NoticeText text, int place) {
        int at = place;
        while (at > 0 && !text.isSeparator(at - 1)) {
            int end = at;
            at = Stream.of("polite", "doubt", "refused", "change-lead").flatMap(kind -> text.before(end, kind).stream())
                    .mapToInt(Word::start).min().orElse(at);
            if (at == end) {
                return false;
            }
        }
        return true;
    }

    /** Whether it says that it is some meeting or notice that is not to be, as 把学习会停了; 路灯又停了 may be anything. */
    public static boolean namesKind(String sentence) {
        var text = new NoticeText(sentence);
        return text.says("occasion") || text.says("event") || text.says("sent");
    }

    /** Whether it has something stopped that only a clerk can stop: 把学习会停了. */
    public static boolean stopsOpenly(String sentence) {
        var text = new NoticeText(sentence);
        return IntStream.range(0, Math.max(1, text.behind(0, "polite"))).anyMatch(i -> text.at(i, "takes").isPresent());
    }

    /** Whether it points at what is there, and says nothing else of it, as 这条不要了. */
    public static boolean points(String sentence) {
        return callsOff(sentence, "points");
    }

    /** The same of one that was written before: 前面那条也不要了. */
    public static boolean pointsBack(String sentence) {
        return sentence.length() <= LONGEST_CALLOFF && callsOff(sentence, "earlier");
    }

    /** Such as 学习会改到三点 and 培训改期: some meeting or notice shall be another, whichever it is. */
    public static boolean changes(String sentence) {
        if (sentence.length() > LONGEST_CALLOFF) {
            return false;
        }
        String subject = NoticeChange.subject(sentence);
        if (subject.isEmpty()) {
            return false;
        }
        var text = new NoticeText(subject);
        return (text.says("event") || text.says("meeting")) && !new NoticeText(sentence).says("called-off-no");
    }

    private static boolean callsOff(String sentence, String kind) {
        var text = new NoticeText(sentence);
        int at = text.behind(0, "polite");
        int end = Math.max(text.behind(at, kind), at);
        return end > at && IntStream.of(end, text.behind(end, "lead-fill")).anyMatch(
                i -> List.of("stopped", "called-off").stream().anyMatch(way -> text.at(i, way).filter(word -> text.endsClause(word.end()))
                        .isPresent()));
    }

    /** Whether it is the last one that it speaks of. */
    public static boolean meansLast(String sentence) {
        return new NoticeText(sentence).says("sent-last");
    }

    // without a stream: every message is asked this
    private static boolean ends(String sentence, NoticeText text, String kind) {
        for (int i = 0; i < sentence.length(); i++) {
            var word = text.at(i, kind);
            if (word.isPresent() && text.endsClause(word.get().end())) {
                return true;
            }
        }
        return false;
    }
}
