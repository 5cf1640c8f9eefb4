package liaison.bot.notice;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/** Finds where something takes place: behind a label, behind 在 or 到, or a part that ends as places do. */
final class NoticePlace {
    private static final int LONGEST = 40;

    private final NoticeText text;
    private final List<Span> parts;

    NoticePlace(NoticeText text) {
        this.text = text;
        parts = text.parts();
    }

    /** The place; the word before it that only leads to it is cut. */
    Optional<Span> find() {
        return labelled().or(this::introduced).or(this::alone);
    }

    private Optional<Span> labelled() {
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int first = text.firstOf(part);
            var label = text.at(first, "label").filter(word -> word.value().equals("where"));
            if (label.isPresent()) {
                int start = text.behind(label.get().end(), "is");
                var place = start < part.end() ? Optional.of(new Span(start, part.end())) : parts.stream().skip(i + 1L).findFirst();
                return place.filter(span -> text.at(span.start(), "unchanged").isEmpty());
            }
        }
        return Optional.empty();
    }

    private Optional<Span> introduced() {
        for (var part : parts) {
            for (int i = part.start(); i < part.end(); i++) {
                var at = text.isCut(i) ? Optional.<Integer>empty() : text.at(i, "at").map(word -> word.end());
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
        for (var part : parts) {
            int first = text.firstOf(part);
            var whole = text.at(first, "place-whole");
            if (whole.isPresent()) {
                return Optional.of(new Span(first, whole.get().end()));
            }
            boolean named = !text.isEmpty(part) || text.at(first, "place-end").filter(word -> word.end() == part.end()).isPresent();
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
        while (i < Math.min(limit, start + LONGEST) && !text.isCut(i)) {
            int ending = text.at(i, "place-end").map(Word::end).orElse(0);
            if (ending == 0 && i > start && text.at(i, "stop").isPresent()) {
                break;
            }
            if (ending > start + 1) {
                end = Math.max(end, ending);
            }
            i = Math.max(i + 1, end);
        }
        boolean fits = end > start && (!strictly || i == end);
        return fits ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
