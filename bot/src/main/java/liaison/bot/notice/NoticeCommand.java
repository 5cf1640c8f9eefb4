package liaison.bot.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/** 发通知 and the like, where it opens or closes a text, whoever it is said to: it is cut, and belongs to no notice. */
final class NoticeCommand {
    private static final String BESIDES = "besides";

    private final NoticeText text;
    private final NoticePeople people;
    private final List<Span> commands = new ArrayList<>();

    NoticeCommand(NoticeText text, NoticePeople people) {
        this.text = text;
        this.people = people;
        var parts = text.parts();
        for (int i = 0; i < parts.size() && (i == 0 || text.firstOf(parts.get(i - 1)) == parts.get(i - 1).end()); i++) {
            cut(parts.get(i));
        }
        if (!parts.isEmpty()) {
            cut(parts.getLast());
        }
    }

    private void cut(Span part) {
        for (int i = part.start(); i < part.end(); i++) {
            var command = at(i);
            if (command.isPresent()) {
                var span = new Span(i, command.get().end());
                if (people.areAll(new Span(part.start(), i))) {
                    text.cut(span);
                    commands.add(span);
                }
                return;
            }
        }
    }

    /** 告诉 and 让 are a command before those who are to be told alone. */
    private Optional<Word> at(int place) {
        return besides(text, place).or(() -> text.at(place, "command"))
                .or(() -> text.at(place, "tell").filter(word -> people.behindAddressed(word.end()) > word.end()));
    }

    /** Whether the text opens with a command, or says no more at first than whom it is for. */
    boolean isGiven() {
        var parts = text.parts();
        if (parts.isEmpty()) {
            return false;
        }
        var first = parts.getFirst();
        return commands.stream()
                .anyMatch(command -> first.holds(command) && text.at(command.start(), "tell").filter(NoticeCommand::isAside).isEmpty())
                || (parts.size() > 1 && people.behindAddressed(first.start()) == first.end());
    }

    /** Whether it says that what follows comes beside what was dictated before, as 另外再通知一个. */
    static boolean isBesides(NoticeText text) {
        return besides(text, 0).or(() -> besides(text, text.behind(0, "polite"))).isPresent();
    }

    /** 另外 or 再, what is done, and 一条通知 and the like, which is left out only behind 通知; or all in one word. */
    private static Optional<Word> besides(NoticeText text, int place) {
        var whole = text.at(place, "command").filter(word -> word.value().equals(BESIDES));
        // a second 再 begins nothing anew
        int lead = text.before(place, "besides-lead").isPresent() ? place : text.behind(place, "besides-lead");
        var does = lead > place ? text.at(lead, "besides-do") : Optional.<Word>empty();
        int end = does.map(word -> text.behind(word.end(), "besides-what")).orElse(place);
        var composed = does.filter(word -> word.value().equals("tell") || end > word.end()).map(word -> new Word(BESIDES, place, end));
        return composed.filter(word -> whole.filter(other -> other.end() > word.end()).isEmpty()).or(() -> whole);
    }

    /** 提醒 may only add to what is being written. */
    private static boolean isAside(Word word) {
        return word.value().equals("aside");
    }

    /** What stands before a command, or those who are told right behind it, only says to whom; 林一不用来 says more. */
    Span without(Span part) {
        int start = part.start();
        for (var command : commands) {
            if (part.holds(command)) {
                int told = people.behindAddressed(command.end());
                start = Math.max(start, text.at(told, "except-came").isPresent() ? command.end() : told);
            }
        }
        return new Span(start, part.end());
    }
}
