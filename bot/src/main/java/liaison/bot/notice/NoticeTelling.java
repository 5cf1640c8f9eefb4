package liaison.bot.notice;

import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.people.Person;

/** Whether it is asked that others be told what is said beside it, as 学习会不开了，帮我告诉代表们; 撤回通知 has nobody told. */
public final class NoticeTelling {
    private final NoticeText text;
    private final NoticePeople people;

    private NoticeTelling(NoticeText text, NoticePeople people) {
        this.text = text;
        this.people = people;
    }

    /** Whether some clause has others told something, or opens with them; {@code known} are whom the author may write to, by their names. */
    public static boolean isAsked(String sentence, Map<String, Person> known) {
        var text = new NoticeText(sentence);
        var telling = new NoticeTelling(text, new NoticePeople(text, known));
        return telling.areAddressed() || text.parts().stream().anyMatch(telling::isAsked);
    }

    /** It opens with those who are to hear what follows. */
    private boolean areAddressed() {
        var parts = text.parts();
        boolean isOne = parts.size() < 2;
        return !isOne && Stream.of("everybody", "quantifier", "group").anyMatch(kind -> text.at(parts.getFirst().start(), kind).isPresent())
                && people.areAll(parts.getFirst());
    }

    private boolean isAsked(Span part) {
        int at = part.start();
        while (at < part.end()) {
            if (tells(at)) {
                return true;
            }
            int next = Math.max(people.behindEmpty(at), text.at(at, "tell-lead").map(Word::end).orElse(at));
            if (next == at) {
                return false;
            }
            at = next;
        }
        return false;
    }

    private boolean tells(int place) {
        return text.at(place, "tell-do").isPresent()
                || text.at(place, "tell-others").filter(word -> people.behindAddressed(word.end()) > word.end()).isPresent();
    }
}
