package liaison.bot.notice;

import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.WordTable.Word;

/** What a clerk says of a notice that was sent: asks how it went, or has it stopped. */
public final class NoticeQuestion {
    private static final int LONGEST = 18;

    private NoticeQuestion() {
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

    /** Such as 把刚才那条通知停了; 通知培训取消 is a notice of its own. */
    public static boolean stops(String sentence) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        var text = new NoticeText(sentence);
        return text.says("sent") && text.at(0, "command").isEmpty() && ends(sentence, text, "stopped")
                && !text.says("stopped-no");
    }

    /** Whether it is the last one that it speaks of. */
    public static boolean meansLast(String sentence) {
        return new NoticeText(sentence).says("sent-last");
    }

    private static boolean ends(String sentence, NoticeText text, String kind) {
        return IntStream.range(0, sentence.length()).mapToObj(i -> text.at(i, kind)).flatMap(Optional::stream).map(Word::end)
                .anyMatch(text::endsClause);
    }
}
