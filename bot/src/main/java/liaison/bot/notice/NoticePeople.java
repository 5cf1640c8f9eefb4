package liaison.bot.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
            "except-after", "gather", "change", "exchange", "out-behind", "in-behind");
    private static final List<String> NOT_NAMES = List.of("quantifier", "modifier", "level", "wide", "group", "at", "address", "calls");
    private static final int LONGEST_TITLED = 3;
    private static final List<String> LEVELS = List.of("town", "county", "city", "province", "nation");

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

    /**
     * One of a list of people.
     *
     * @param tokens as in {@link NoticeDraft#audience()}, or {@link #NOBODY}
     */
    record Listed(Set<String> tokens, int end) {
    }

    /** The name, or the group of some levels, that stands at a place. */
    Optional<Listed> listedAt(int place, Set<String> levels, boolean wide) {
        int name = nameAt(place);
        if (name > place) {
            return Optional.of(new Listed(Set.of(person(place, name)), text.behind(name, "title")));
        }
        var deputy = deputyBySurname(place);
        if (deputy.isPresent()) {
            return Optional.of(new Listed(Set.of(deputy.get()), text.behind(text.at(place, "surname").orElseThrow().end(), "title")));
        }
        return text.at(place, "group").map(group -> new Listed(tokens(group.value(), levels, wide), group.end()));
    }

    private static Set<String> tokens(String group, Set<String> levels, boolean wide) {
        if (!group.equals(NoticeAudience.DEPUTIES)) {
            return Set.of(group);
        }
        if (wide) {
            return Set.of(NoticeAudience.WIDE);
        }
        return levels.isEmpty()
                ? Set.of(NoticeAudience.DEPUTIES)
                : levels.stream().map(level -> NoticeAudience.DEPUTIES + ':' + level).collect(Collectors.toUnmodifiableSet());
    }

    /** Behind the words for levels of deputies that stand at a place; 市级以上 is all that are not below. */
    int levelsAt(int place, Set<String> levels) {
        int end = place;
        for (var word = text.at(end, "level"); word.isPresent(); word = text.at(text.behind(end, "and"), "level")) {
            end = word.get().end();
            int level = LEVELS.indexOf(word.get().value());
            var range = text.at(end, "level-range");
            end = range.map(Word::end).orElse(end);
            String which = range.map(Word::value).orElse("");
            levels.addAll(LEVELS.subList(which.equals("down") ? 0 : level, which.equals("up") ? LEVELS.size() : level + 1));
        }
        return end;
    }

    /** Where nobody's name ends that begins with a surname and is followed by what follows names, or the place. */
    int strangerAt(int place) {
        var surname = text.at(place, "surname");
        if (surname.isEmpty() || text.at(place, "surname-no").isPresent()) {
            return codeAt(place);
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

    /** Where a code such as D402 ends, or the place: people are known by their names. */
    private int codeAt(int place) {
        int end = place;
        while (text.isLatin(end) && Character.isLetter(text.plain(end, end + 1).charAt(0))) {
            end++;
        }
        int digits = end;
        while (text.isDigit(digits)) {
            digits++;
        }
        boolean isCode = end > place && digits > end && !text.isLatin(place - 1) && !text.isLatin(digits) && endsName(digits);
        return isCode ? digits : place;
    }

    /** Where a word of a few letters ends that stands before 代表 and names no group, as 禾 in 禾代表, or the place. */
    int titledAt(int place) {
        for (int end = place + 1; end <= place + LONGEST_TITLED && isWord(place, end); end++) {
            if (text.at(end, "title").filter(title -> title.value().equals("deputy")).isPresent()) {
                return text.at(place, "surname-no").isPresent() || NOT_NAMES.stream().anyMatch(kind -> text.at(place, kind).isPresent())
                        ? place
                        : end;
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

    /** 周三不用来 says no more than who is not to come; those who come need not read it. */
    boolean areLeftOut(Span part) {
        int at = part.start();
        for (int end = behindName(at); end > at; end = behindName(at)) {
            at = end;
        }
        int end = text.behind(text.behind(text.behind(at, "except-lead"), "except-why"), "except-then");
        int left = text.behind(end, "except-lead");
        return at > part.start() && Stream.of("except-came", "except-after").flatMap(kind -> Stream.of(end, left)
                .flatMap(place -> text.at(place, kind).stream())).anyMatch(word -> isDone(word.end(), part));
    }

    private int behindName(int place) {
        int name = nameAt(text.behind(place, "and"));
        return name > text.behind(place, "and") ? text.behind(name, "title") : place;
    }

    private boolean isDone(int place, Span part) {
        return text.behind(place, "change-tail") >= part.end();
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
