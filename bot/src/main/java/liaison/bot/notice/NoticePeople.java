package liaison.bot.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.people.Person;

/** Where a notice names people and where it calls or addresses them, whatever it then wants of them. */
final class NoticePeople {
    /** The value of a word that looks like a group of people and is none, as 代表之家. */
    static final String NOBODY = "none";

    private static final List<String> ADDRESSED = List.of("quantifier", "modifier", "level", "wide", "group", "plural", "title", "and",
            "everybody");
    private static final List<String> EMPTY_WORDS = List.of("label", "attend", "must", "group", "quantifier", "modifier", "plural", "and",
            "gather", "polite", "address", "at", "is", "level", "wide", "only", "except", "plus", "except-end", "except-after", "barred",
            "title");
    /** Groups that nobody can write to. */
    private static final Set<String> NOT_TOLD = Set.of(NOBODY, "residents");
    private static final List<String> BEHIND_NAMES = List.of("and", "attend", "at", "stop", "activity", "address", "except-end",
            "except-after", "gather");

    private final NoticeText text;
    private final Map<String, Person> people;
    private final int longestName;

    /** @param people whom the author may write to, by their names */
    NoticePeople(NoticeText text, Map<String, Person> people) {
        this.text = text;
        this.people = people;
        longestName = people.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Where somebody's name ends that begins at a place, or the place. */
    int nameAt(int place) {
        for (int end = Math.min(text.length(), place + longestName); end > place; end--) {
            if (people.containsKey(text.plain(place, end))) {
                return end;
            }
        }
        return place;
    }

    /** Who has the name that stands there, as {@link Person} is written. */
    String person(int start, int end) {
        return String.valueOf(people.get(text.plain(start, end)));
    }

    /** Whom 林代表 means: the only deputy with that surname, as {@link Person} is written. */
    Optional<String> deputyBySurname(int place) {
        var surname = text.at(place, "surname")
                .filter(word -> text.at(word.end(), "title").filter(title -> title.value().equals("deputy")).isPresent());
        if (surname.isEmpty()) {
            return Optional.empty();
        }
        String begins = text.plain(place, surname.get().end());
        var fitting = people.entrySet().stream().filter(entry -> entry.getValue().kind() == Person.Kind.DEPUTY)
                .filter(entry -> entry.getKey().startsWith(begins)).map(entry -> entry.getValue().toString()).distinct().toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** Where nobody's name ends that begins with a surname and is followed by what follows names, or the place. */
    int strangerAt(int place) {
        var surname = text.at(place, "surname");
        if (surname.isEmpty() || text.at(place, "surname-no").isPresent()) {
            return place;
        }
        int first = surname.get().end();
        for (int end = first + 2; end >= first; end--) {
            boolean titled = text.at(end, "title").isPresent();
            if (isWord(first, end) && (titled || (end > first && endsName(end)))) {
                return end;
            }
        }
        return place;
    }

    /** Whether only letters stand there. */
    private boolean isWord(int start, int end) {
        return end <= text.length()
                && IntStream.range(start, end).allMatch(i -> text.isLetter(i) && !text.isCut(i) && text.at(i, "modifier").isEmpty());
    }

    /** Whether a name may end at a place. */
    private boolean endsName(int place) {
        return place >= text.length() || text.isCut(place) || text.isSeparator(place)
                || BEHIND_NAMES.stream().anyMatch(kind -> text.at(place, kind).isPresent());
    }

    /** Whether it opens with 叫, 让 or 请, whatever follows. */
    static boolean opensWithCall(NoticeText text) {
        return calls(text).findAny().isPresent();
    }

    /** Whether it opens with 叫, 让 or 请 before somebody's name. */
    boolean areCalled() {
        return calls(text).map(Word::end).anyMatch(end -> nameAt(end) > end || deputyBySurname(end).isPresent()) && !text.says("calls-no");
    }

    private static Stream<Word> calls(NoticeText text) {
        return IntStream.of(0, text.behind(0, "polite")).mapToObj(i -> text.at(i, "calls")).flatMap(Optional::stream);
    }

    /** Behind those who are addressed at a place, or the place. */
    int behindAddressed(int place) {
        int end = place;
        for (int next = addressedAt(end); next > end; next = addressedAt(end)) {
            end = next;
        }
        return end;
    }

    private int addressedAt(int place) {
        int end = nameAt(place);
        for (String kind : ADDRESSED) {
            end = Math.max(end, text.at(place, kind).map(Word::end).orElse(place));
        }
        return text.at(place, "group").filter(group -> NOT_TOLD.contains(group.value())).isPresent() ? place : end;
    }

    /** 闻一苇要来 tells the others something. */
    boolean areComing(Span part) {
        return IntStream.range(part.start(), part.end())
                .anyMatch(i -> nameAt(i) > i && text.at(text.behind(nameAt(i), "title"), "comes").isPresent());
    }

    /** Whether nothing is left of a part but words that say who, please or come. */
    boolean areAll(Span part) {
        int at = part.start();
        while (at < part.end()) {
            if (text.isKept(at)) {
                return false;
            }
            int next = text.isCut(at) || text.isBlank(at) ? at + 1 : behindEmpty(at);
            if (next == at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** Behind a word that says who, please or come and stands at a place, or the place. */
    int behindEmpty(int place) {
        int end = nameAt(place);
        for (String kind : EMPTY_WORDS) {
            end = Math.max(end, text.at(place, kind).filter(word -> !word.value().equals(NOBODY)).map(Word::end).orElse(place));
        }
        return end;
    }
}
