package liaison.bot.notice;

import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/** How words that speak of stopping something mean it: whatever verb stands in a question, a condition or a refusal, it orders nothing. */
public enum StopOrder {
    PLAIN, REFUSED, OPEN;

    private static final char QUESTION = '?';

    /** Such as 停掉学习会的通知, 先别停 and 要是下雨就取消 or 能取消吗. */
    public static StopOrder of(String sentence) {
        var text = new NoticeText(sentence);
        boolean orders = false;
        boolean refuses = false;
        for (var part : text.parts()) {
            int open = text.behind(part.start(), "polite");
            if (text.at(open, "doubt-lead").isPresent() || text.at(part.start(), "doubt-lead").isPresent()) {
                return OPEN;
            }
            boolean isRefused = false;
            for (int i = part.start(); i < part.end();) {
                if (isDoubt(text, i, part, open)) {
                    return OPEN;
                }
                isRefused |= text.at(i, "refused-object").isPresent();
                var stop = verb(text, i);
                if (stop.isPresent()) {
                    boolean refused = isRefused || text.before(i, "refused").filter(word -> word.start() >= part.start()).isPresent();
                    refuses |= refused;
                    orders |= !refused;
                }
                i = stop.map(Word::end).orElse(i + 1);
            }
        }
        if (text.plain(0, text.length()).indexOf(QUESTION) >= 0 || (orders && refuses)) {
            return OPEN;
        }
        return refuses ? REFUSED : PLAIN;
    }

    /** A word that stops something; 不开 and the like end what they say. */
    static Optional<Word> verb(NoticeText text, int place) {
        return text.at(place, "stopped").or(() -> text.at(place, "called-off").filter(word -> text.endsClause(word.end())));
    }

    /** 再 puts off what stands behind it, but where the clause opens with it. */
    private static boolean isDoubt(NoticeText text, int place, Span part, int open) {
        return (text.at(place, "doubt").isPresent() && text.at(place, "doubt-no").isEmpty())
                || (place > part.start() && place >= open && text.at(place, "put-off").isPresent());
    }
}
