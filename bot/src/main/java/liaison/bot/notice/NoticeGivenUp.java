package liaison.bot.notice;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.WordTable.Word;

/** Whether all that is said gives up a notice that is being written, or puts it off: 算了，我不发了, or 等会儿再说. */
public final class NoticeGivenUp {
    private static final int LONGEST = 20;

    private NoticeGivenUp() {
    }

    public static boolean isSaid(String sentence) {
        return consistsOf(sentence, "given-up");
    }

    public static boolean isPutOff(String sentence) {
        return consistsOf(sentence, "later");
    }

    /** Words of a kind, and manners around them. */
    private static boolean consistsOf(String sentence, String kind) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        var text = new NoticeText(sentence);
        boolean isSaid = false;
        for (int i = 0; i < text.length();) {
            int place = i;
            var word = longest(text, place, List.of(kind, "given-up-lead"));
            if (word.isEmpty() && text.isLetterOrDigit(i)) {
                return false;
            }
            isSaid |= word.filter(one -> text.at(place, kind).filter(one::equals).isPresent()).isPresent();
            i = word.map(Word::end).orElse(i + 1);
        }
        return isSaid && sentence.indexOf('?') < 0 && sentence.indexOf('\uff1f') < 0;
    }

    private static Optional<Word> longest(NoticeText text, int place, List<String> kinds) {
        return kinds.stream().flatMap(kind -> text.at(place, kind).stream())
                .reduce((one, other) -> other.end() > one.end() ? other : one);
    }
}
