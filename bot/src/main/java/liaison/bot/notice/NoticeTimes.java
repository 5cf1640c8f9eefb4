package liaison.bot.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.TimeReader;
import liaison.bot.calendar.WordTable.Word;

/** The times that a notice names: the one at which it is, or several of which none may be guessed, as 周一或周二上午十点. */
public final class NoticeTimes {
    private static final int NOON = 12;
    /** So far before 改到 may stand on what condition. */
    private static final int CLAUSE = 20;

    private final NoticeText text;
    private final List<TimePhrase> phrases;
    private final Optional<TimePhrase> when;
    private final List<TimePhrase> several;
    /** The hour, where it stands apart from the day. */
    private final Optional<TimePhrase> apart;

    /** Hours at which somebody may be called are none of them. */
    public NoticeTimes(String sentence, Instant now) {
        text = new NoticeText(sentence);
        var contacts = text.contacts();
        phrases = TimeReader.phrases(sentence, now).stream()
                .filter(phrase -> contacts.stream().noneMatch(contact -> contact.holds(phrase.span()))).toList();
        var first = phrases.stream().min(Comparator.comparingInt(this::rank));
        apart = first.filter(NoticeTimes::isDayAlone).flatMap(day -> hourApart());
        when = apart.isPresent() ? first.map(day -> day.at(apart.get())) : first;
        several = first.filter(phrase -> !phrase.isLimit()).map(this::around).orElse(List.of());
    }

    private static boolean isDayAlone(TimePhrase phrase) {
        return phrase.day().isPresent() && phrase.from().isEmpty() && !phrase.isLimit();
    }

    /** The only hour, in a clause of its own with no more than one day beside it: 晚上8点，站里，12月6日. */
    private Optional<TimePhrase> hourApart() {
        var hours = phrases.stream().filter(phrase -> phrase.day().isEmpty() && phrase.from().isPresent() && !phrase.isLimit()).toList();
        boolean isOne = hours.size() == 1 && phrases.size() == 2;
        return isOne && text.parts().stream().anyMatch(part -> part.start() == hours.getFirst().span().start())
                ? Optional.of(hours.getFirst())
                : Optional.empty();
    }

    /** Where the hour stands that is apart from the day. */
    Optional<Span> apart() {
        return apart.map(TimePhrase::span);
    }

    /** The first phrase with day and hour that is no time limit; else the one that comes nearest to it. */
    public Optional<TimePhrase> when() {
        return when;
    }

    /** Whether it names several times, and not which of them counts. */
    public boolean areSeveral() {
        return several.size() > 1 || when.filter(phrase -> !phrase.isLimit() && isOrBehind(phrase.span().end())).isPresent();
    }

    /** The words that say when, with all that stand beside them. */
    public Optional<Span> span() {
        return areBeside()
                ? Optional.of(new Span(several.getFirst().span().start(), several.getLast().span().end()))
                : when.map(phrase -> new Span(phrase.span().start(), allDay(phrase)));
    }

    /** Whether it is all day long, so that no hour is to be told. */
    public boolean isAllDay() {
        return when.filter(phrase -> phrase.from().isEmpty() && phrase.day().isPresent() && !phrase.isLimit())
                .filter(phrase -> allDay(phrase) > phrase.span().end()).isPresent();
    }

    /** Behind 全天 that follows a day. */
    private int allDay(TimePhrase phrase) {
        int end = phrase.span().end();
        return text.at(text.behind(end, "all-day-lead"), "all-day").map(Word::end).orElse(end);
    }

    /** Whether a part of the notice names a time, and not the one at which it is. */
    boolean isOther(Span part) {
        var chosen = span();
        return chosen.isPresent() && !part.holds(chosen.get()) && apart().filter(part::holds).isEmpty()
                && phrases.stream().anyMatch(phrase -> part.holds(phrase.span()));
    }

    /** Whether only one of the several can be right, since 或 stands between them; 和 tells of as many meetings. */
    public boolean areAlternatives() {
        return areBeside() && (text.says("or", "or", span().orElseThrow()) || text.says("or-else", "or", span().orElseThrow()));
    }

    private boolean areBeside() {
        return several.size() > 1
                && IntStream.range(1, several.size())
                        .allMatch(i -> isBeside(several.get(i - 1).span().end(), several.get(i).span().start()));
    }

    private boolean isBeside(int end, int start) {
        int or = text.behind(end, "or-lead");
        return text.behind(end, "listed") == start || text.behind(text.behind(or, "or"), "or-lead") == start
                || text.behind(or, "or-else") == start;
    }

    /** When each of the several begins, as far as it can be told from its words and from those beside it. */
    public List<Instant> moments() {
        var moments = several.stream().flatMap(phrase -> moment(phrase).stream()).toList();
        return moments.stream().distinct().count() == several.size() ? moments : List.of();
    }

    private Optional<Instant> moment(TimePhrase phrase) {
        var first = several.getFirst();
        var day = phrase.isImpossible() ? Optional.<LocalDate>empty() : phrase.day().or(first::day);
        var hour = phrase.from().or(() -> several.getLast().from()).or(first::from);
        boolean evening = phrase.day().isEmpty() && first.from().filter(from -> hour.filter(from::isAfter).isPresent()).isPresent();
        var time = hour.map(at -> evening && at.getHour() < NOON ? at.plusHours(NOON) : at);
        return day.flatMap(date -> time.map(at -> Shanghai.at(date, at)));
    }

    /** What a meeting is put off to counts more than when it was to be, unless that is for rain. */
    private int rank(TimePhrase phrase) {
        boolean day = phrase.day().isPresent() || phrase.isImpossible();
        if (phrase.isLimit()) {
            return day ? 5 : 6;
        }
        var change = text.before(phrase.span().start(), "change");
        if (change.isPresent() && !text.says("if", "if", new Span(Math.max(0, change.get().start() - CLAUSE), change.get().start()))) {
            return 0;
        }
        return day && phrase.from().isPresent() ? 2 : day ? 3 : 4;
    }

    /** A phrase with those before and behind it that are joined to it. */
    private List<TimePhrase> around(TimePhrase phrase) {
        int first = phrases.indexOf(phrase);
        int last = first;
        while (first > 0 && isJoined(phrases.get(first - 1), phrases.get(first))) {
            first--;
        }
        while (last + 1 < phrases.size() && isJoined(phrases.get(last), phrases.get(last + 1))) {
            last++;
        }
        return phrases.subList(first, last + 1);
    }

    private boolean isJoined(TimePhrase one, TimePhrase other) {
        int end = one.span().end();
        int start = other.span().start();
        if (one.isLimit() || other.isLimit() || end >= start) {
            return false;
        }
        if (isForOthers(one, other)) {
            return true;
        }
        if (isOrBehind(end)
                || Stream.of("or", "or-else").flatMap(kind -> text.before(start, kind).stream()).anyMatch(word -> word.start() >= end)) {
            return true;
        }
        boolean listed = text.behind(end, "listed") == start;
        boolean days = one.day().isPresent() && other.day().isPresent() && !one.day().equals(other.day());
        boolean hours = one.from().isPresent() && other.from().isPresent() && !one.from().equals(other.from());
        return (listed && (days || hours)) || (hours && text.behind(end, "or-lead") == start);
    }

    /** Of two times with some people between them, as 三点；给镇代表，四点, each is for its own. */
    private boolean isForOthers(TimePhrase one, TimePhrase other) {
        boolean both = one.at().isPresent() && other.at().isPresent() && !one.at().equals(other.at());
        return both && text.before(other.span().start(), "change").isEmpty()
                && IntStream.range(one.span().end(), other.span().start()).anyMatch(this::isSome);
    }

    private boolean isSome(int place) {
        return text.at(place, "group")
                .filter(group -> group.value().equals(NoticeAudience.STAFF) || text.before(place, "level").isPresent()).isPresent();
    }

    private boolean isOrBehind(int end) {
        return text.at(text.behind(end, "or-lead"), "or").isPresent();
    }
}
