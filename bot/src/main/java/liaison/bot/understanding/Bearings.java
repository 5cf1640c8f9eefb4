package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import liaison.bot.calendar.WordTable;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;

/**
 * Names that only tell how to find another place, as 和悦家园 in 和悦家园对面的柏屿花苑 and both ends of a stretch of a road; and two that
 * are one place together, as the roads of a crossing.
 */
public final class Bearings {
    private static final String ROAD = "road";
    /** Letters of a road that nobody knows, with what makes it a crossing. */
    private static final int LONGEST_OTHER = 10;

    private final PlaceTail tail;
    private final WordTable words;

    Bearings(PlaceTail tail, WordTable words) {
        this.tail = tail;
        this.words = words;
    }

    /** The mentions without those that only tell how to find another one. */
    List<Mention> meant(List<Mention> mentions, String text) {
        var spans = spans(mentions);
        var beside = new ArrayList<Span>();
        for (int i = 0; i + 1 < spans.size(); i++) {
            var here = spans.get(i);
            var next = spans.get(i + 1);
            if (isBeside(text, here.end, next.start)) {
                beside.add(here);
            } else if (isStretch(text, here, next) && spans.stream().anyMatch(one -> one.road && !one.equals(here) && !one.equals(next))) {
                beside.add(here);
                beside.add(next);
            }
        }
        return beside.isEmpty()
                ? mentions
                : mentions.stream().filter(mention -> beside.stream().noneMatch(span -> span.start == mention.start())).toList();
    }

    /** Whether 的, 对面的 and the like, or the 从 of a stretch, are all that stands between two names. */
    boolean isLed(String text, int end, int next) {
        int behind = tail.end(text, end);
        return isBeside(text, end, next) || words.at(text, behind, "link").filter(word -> word.end() == next).isPresent()
                || words.before(text, next, "from").filter(word -> word.start() == end).isPresent();
    }

    private boolean isBeside(String text, int end, int next) {
        int behind = tail.end(text, end);
        int at = words.at(text, behind, "beside").map(WordTable.Word::end).orElse(behind);
        boolean says = at > behind || words.before(text, behind, "beside").filter(word -> word.start() >= end).isPresent();
        return says && at <= next && words.at(text, at, "link").map(WordTable.Word::end).orElse(at) == next;
    }

    /** 从人民公园到云帆广场. */
    private boolean isStretch(String text, Span from, Span to) {
        return words.before(text, from.start, "from").isPresent()
                && words.before(text, to.start, "to").filter(word -> tail.end(text, from.end) >= word.start()).isPresent();
    }

    /** Of places that are one together, as the roads of a crossing, the first that is named; as given where they are not, or lie at different stations. */
    List<Place> together(List<Place> places, List<Mention> mentions, String text, Directory directory) {
        if (places.size() < 2) {
            return places;
        }
        var codes = places.stream().map(Place::code).collect(Collectors.toSet());
        var meant = mentions.stream().filter(mention -> codes.contains(mention.place().code())).toList();
        var spans = spans(meant);
        boolean one = spans.size() == places.size() && spans.size() > 1 && isCrossing(text, spans.getLast().end);
        for (int i = 0; one && i + 1 < spans.size(); i++) {
            one = isNext(text, spans.get(i).end, spans.get(i + 1).start);
        }
        if (!one || places.stream().map(place -> stations(place, directory)).distinct().count() > 1) {
            return places;
        }
        return List.of(meant.stream().min(Comparator.comparingInt(Mention::start)).orElseThrow().place());
    }

    private static Set<String> stations(Place place, Directory directory) {
        return directory.stationsOf(place.code()).stream().map(station -> station.code()).collect(Collectors.toSet());
    }

    private boolean isNext(String text, int end, int next) {
        return tail.end(text, end) >= next || tail.isJoined(text, end, next);
    }

    private boolean isCrossing(String text, int end) {
        int at = words.at(text, end, "link").map(WordTable.Word::end).orElse(end);
        return words.at(text, at, "crossing").isPresent();
    }

    /** How far the words of a place go on: with its parts, with another road and where the two cross; never with a bare 和. */
    int end(String text, int nameEnd) {
        int end = tail.end(text, nameEnd);
        var meets = words.at(text, nameEnd, "crossing");
        if (meets.isPresent()) {
            return Math.max(end, meets.get().end());
        }
        var join = words.at(text, end, "join").or(() -> words.before(text, end, "join"));
        if (join.isEmpty()) {
            int at = words.at(text, end, "link").map(WordTable.Word::end).orElse(end);
            return words.at(text, at, "crossing").map(WordTable.Word::end).orElse(end);
        }
        int from = join.get().end();
        for (int at = from + 2; at < Math.min(text.length(), from + LONGEST_OTHER); at++) {
            var crossing = words.at(text, at, "crossing");
            if (crossing.isPresent() && words.before(text, at, "way").isPresent()) {
                return crossing.get().end();
            }
        }
        return Math.min(end, join.get().start());
    }

    private static List<Span> spans(List<Mention> mentions) {
        var spans = new ArrayList<Span>();
        mentions.stream().sorted(Comparator.comparingInt(Mention::start)).forEach(mention -> {
            boolean road = mention.place().kind().equals(ROAD);
            if (spans.isEmpty() || spans.getLast().start != mention.start()) {
                spans.add(new Span(mention.start(), mention.end(), road));
            } else {
                var last = spans.removeLast();
                spans.add(new Span(last.start, Math.max(last.end, mention.end()), last.road || road));
            }
        });
        return spans;
    }

    private record Span(int start, int end, boolean road) {
    }
}
