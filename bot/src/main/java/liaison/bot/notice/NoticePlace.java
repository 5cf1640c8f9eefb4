package liaison.bot.notice;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/**
 * Finds where something takes place: behind a label, before 集合, behind 在 or 到, or a part that ends as places do. Where nobody is to come
 * to (不用来站里), what is done there (去看路灯) and one of two places (二楼或三楼) are none.
 */
final class NoticePlace {
    private static final int LONGEST = 40;
    /** So many digits of a room are no number of people. */
    private static final int LEAST_OF_ROOM = 3;
    private static final String NO_WORD = "-";

    private final NoticeText text;
    private final NoticePeople people;
    private final List<Span> parts;
    /** Without those of another time: where one comes before or afterwards. */
    private final List<Span> then;

    NoticePlace(NoticeText text, NoticePeople people, NoticeTimes times) {
        this.text = text;
        this.people = people;
        parts = text.parts();
        then = parts.stream().filter(part -> !times.isOther(part)).toList();
    }

    /** The place; the word before it that only leads to it is cut. */
    Optional<Span> find() {
        return labelled().or(this::gathered).or(this::introduced).or(this::alone).map(this::withOnline)
                .filter(place -> !text.says("or", "or", place) && !isTime(text, place));
    }

    /** Whether an answer to where something is may be a place that nothing shows to be one: no command, no audience and no time. */
    static boolean mayBe(String answer) {
        var text = new NoticeText(answer);
        int end = text.end("change-tail");
        boolean opensAsOther = text.at(0, "place-no").or(() -> text.at(0, "command")).isPresent();
        return !opensAsOther && answer.length() <= LONGEST && text.before(text.length(), "place-no-end").isEmpty()
                && text.before(end, "place-no-end").isEmpty() && !isTime(text, new Span(0, end)) && text.at(0, "day-part").isEmpty();
    }

    /** 饭前 ends as 门前 does. */
    private static boolean isTime(NoticeText text, Span place) {
        return text.at(place.start(), "when-loose").filter(word -> word.end() >= place.end()).isPresent();
    }

    /** 站里和线上 is both. */
    private Span withOnline(Span place) {
        int more = text.behind(place.end(), "and");
        return more > place.end() ? text.at(more, "place-whole").map(word -> new Span(place.start(), word.end())).orElse(place) : place;
    }

    /** How it is held where that is at no place: 线上 of a 视频会; empty when it says nothing of the kind. */
    String online() {
        for (var part : parts) {
            for (int i = part.start(); i < part.end(); i++) {
                var word = text.isCut(i) ? Optional.<Word>empty() : text.at(i, "online");
                if (word.isPresent() && !word.get().value().equals(NO_WORD) && !isBarred(i)) {
                    return word.get().value();
                }
            }
        }
        return "";
    }

    private Optional<Span> labelled() {
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int first = text.firstOf(part);
            var label = text.at(first, "label").filter(word -> word.value().equals("where"));
            if (label.isPresent()) {
                int start = text.behind(label.get().end(), "is");
                var place = start < part.end()
                        ? Optional.of(new Span(changed(start, part.end()), part.end()))
                        : parts.stream().skip(i + 1L).findFirst();
                return place
                        .filter(span -> (text.at(span.start(), "unchanged").isEmpty() || text.at(span.start(), "place-later").isPresent())
                                && text.at(span.start(), "place-not").isEmpty());
            }
        }
        return Optional.empty();
    }

    /** Behind the last 改到: 从二楼改到三楼 names the old place, too. */
    private int changed(int start, int end) {
        int behind = start;
        for (int i = start; i < end; i++) {
            behind = text.at(i, "change").map(Word::end).filter(at -> at < end).orElse(behind);
        }
        return behind;
    }

    /** 联络站集合 tells where to come first, wherever one goes from there. */
    private Optional<Span> gathered() {
        for (var part : then) {
            for (int i = part.start() + 1; i < part.end(); i++) {
                var place = text.isCut(i) || text.at(i, "gather-at").isEmpty() ? Optional.<Span>empty() : endingAt(i, part);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Span> endingAt(int end, Span part) {
        for (int start = Math.max(part.start(), end - LONGEST); start < end - 1; start++) {
            var from = text.before(start, "from").filter(word -> word.start() >= part.start());
            boolean begins = !text.isCut(start) && (start == part.start() || text.isCut(start - 1) || from.isPresent());
            if (begins && text.at(start, "from").isEmpty() && text.at(start, "is").isEmpty()
                    && !isBarred(from.map(Word::start).orElse(start))
                    && run(start, end, true).filter(span -> span.end() == end).isPresent()) {
                from.ifPresent(word -> text.cut(new Span(word.start(), word.end())));
                return Optional.of(new Span(start, end));
            }
        }
        return Optional.empty();
    }

    private Optional<Span> introduced() {
        for (var part : then) {
            for (int i = part.start(); i < part.end(); i++) {
                var at = text.isCut(i) || isBarred(i) ? Optional.<Integer>empty() : text.at(i, "at").map(word -> word.end());
                var place = at.flatMap(start -> run(start, part.end(), false));
                if (place.isPresent()) {
                    text.cut(new Span(i, place.get().start()));
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Span> alone() {
        for (var part : then) {
            int first = text.firstOf(part);
            var whole = text.at(first, "place-whole");
            if (whole.isPresent()) {
                int more = text.behind(whole.get().end(), "and");
                var beside = more > whole.get().end() ? run(more, part.end(), false) : Optional.<Span>empty();
                return Optional.of(new Span(first, beside.map(Span::end).orElse(whole.get().end())));
            }
            boolean named = !people.areAll(part) || text.at(first, "place-end").filter(word -> word.end() == part.end()).isPresent();
            boolean starts = named && text.at(first, "activity").isEmpty() && text.at(first, "quantifier").isEmpty()
                    && text.at(first, "label").isEmpty();
            var place = starts ? run(first, part.end(), true) : Optional.<Span>empty();
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** From a start to the last ending of places before what is done there; strictly: nothing stands between the two. */
    private Optional<Span> run(int start, int limit, boolean strictly) {
        int end = start;
        int i = start;
        while (i < Math.min(limit, start + LONGEST) && !text.isCut(i) && !isOver(i, start, end)) {
            int ending = i == end && end > start ? room(i, limit) : text.at(i, "place-end").map(Word::end).orElse(0);
            if (ending > start + 1) {
                end = Math.max(end, ending);
            }
            i = Math.max(i + 1, end);
        }
        boolean fits = end > start && (!strictly || (i == end && text.at(i, "place-not").isEmpty()));
        return fits ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** Behind what ends at a place, be it the room's number as in 区政府301; 0 where that is none. */
    private int room(int place, int limit) {
        int end = place;
        int digits = 0;
        while (end < limit && !text.isCut(end) && (text.isDigit(end) || (text.isLatin(end) && text.isLetter(end)))) {
            digits += text.isDigit(end) ? 1 : 0;
            end++;
        }
        boolean isRoom = digits >= LEAST_OF_ROOM && (end == limit || text.isCut(end) || text.at(end, "stop").isPresent()
                || text.at(end, "does").isPresent() || !text.isLetterOrDigit(end));
        return isRoom ? end : text.at(place, "place-end").map(Word::end).orElse(0);
    }

    /** Whether a place that goes from a start to an end ends before what follows. */
    private boolean isOver(int place, int start, int end) {
        boolean does = text.at(place, "does").isPresent() && text.at(place, "does-no").isEmpty();
        return does || text.at(place, "place-not").isPresent() || (place > start && isStop(place)) || (place == end && isClosed(place));
    }

    /** 培训 in 培训中心 is no stop. */
    private boolean isStop(int place) {
        return text.at(place, "place-end").isEmpty()
                && text.at(place, "stop").filter(word -> word.end() == place + 1 || text.at(word.end(), "place-room").isEmpty())
                        .isPresent();
    }

    /** 站里 goes on as 站里二楼, and in no other way. */
    private boolean isClosed(int place) {
        boolean here = text.before(place, "place-here").isPresent();
        return here && text.at(text.behind(place, "place-size"), "place-end").isEmpty();
    }

    /** 不用到 and 别来 bar what follows, 分别到 does not. */
    private boolean isBarred(int place) {
        boolean within = text.at(place, "at").flatMap(at -> text.before(at.end(), "place-not")).filter(not -> not.start() < place)
                .isPresent();
        boolean not = within || text.before(place, "place-not").isPresent() || text.before(place, "not").isPresent();
        return not && text.before(place, "apart").isEmpty();
    }
}
