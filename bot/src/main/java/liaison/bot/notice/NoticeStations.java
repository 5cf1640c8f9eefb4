package liaison.bot.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/**
 * The stations that stand before the people of a notice, as 青山联络站 in 青山联络站全体代表: a clerk writes to those of her own alone.
 *
 * @param words what is said, without those stations
 * @param others those that are none of the author's, as they were written
 */
public record NoticeStations(String words, List<String> others) {
    private static final Set<String> WRITTEN_TO = Set.of("deputies", "staff", "both", "residents");
    private static final List<String> BEFORE_NAMES = List.of("command", "address", "tell", "polite");
    private static final int MOST = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 3;

    public NoticeStations {
        others = List.copyOf(others);
    }

    /** The part of a station's name that tells it from others: 青山 of 青山街道人大代表联络站. */
    public static String stem(String name) {
        var text = new NoticeText(name);
        for (int i = SHORTEST; i < name.length(); i++) {
            if (text.at(i, "station-tail").isPresent()) {
                return name.substring(0, i);
            }
        }
        return name;
    }

    /**
     * Reads what is said of stations before people.
     *
     * @param own stems of the author's stations, {@code all} those of every station
     */
    public static NoticeStations read(String sentence, Collection<String> own, Collection<String> all) {
        var text = new NoticeText(sentence);
        if (!text.says("station-tail") && !text.says("group")) {
            return new NoticeStations(sentence, List.of());
        }
        var words = new StringBuilder();
        var others = new LinkedHashSet<String>();
        int kept = 0;
        for (int i = 0; i < sentence.length();) {
            var names = new ArrayList<Span>();
            int end = end(text, i, all, names);
            if (end > i) {
                names.stream().map(text::named).filter(name -> own.stream().noneMatch(name::startsWith)).forEach(others::add);
                words.append(sentence, kept, i);
                kept = end;
            }
            i = Math.max(end, i + 1);
        }
        return new NoticeStations(words.append(sentence.substring(kept)).toString(), List.copyOf(others));
    }

    /** Behind the stations that stand at a place before people, or the place. */
    private static int end(NoticeText text, int place, Collection<String> all, List<Span> names) {
        if (text.before(place, "at").isPresent()) {
            return place;
        }
        int end = place;
        for (int next = place; next < text.length() && names.size() < MOST;) {
            int stem = stem(text, next, all);
            if (stem == next) {
                break;
            }
            end = text.behind(stem, "station-tail");
            names.add(new Span(next, end));
            int more = text.behind(end, "and");
            next = more > end ? more : text.length();
        }
        return end > place ? beforePeople(text, end).orElse(place) : place;
    }

    /** Behind 两个片区的, which may stand between the stations and the people. */
    private static Optional<Integer> beforePeople(NoticeText text, int place) {
        Optional<Integer> last = Optional.empty();
        for (var at = Optional.of(place); at.isPresent(); at = text.at(at.get(), "station-many").map(Word::end)) {
            last = arePeople(text, at.get()) ? at : last;
        }
        return last;
    }

    private static int stem(NoticeText text, int place, Collection<String> all) {
        var known = all.stream().filter(stem -> stem.length() >= SHORTEST && place + stem.length() <= text.length()
                && text.plain(place, place + stem.length()).equals(stem)).mapToInt(String::length).max();
        return known.isPresent() ? place + known.getAsInt() : unknown(text, place);
    }

    /** A name that nobody knows is one only where it begins what is said, and is called a station. */
    private static int unknown(NoticeText text, int place) {
        boolean begins = place == 0 || text.isSeparator(place - 1)
                || BEFORE_NAMES.stream().anyMatch(kind -> text.before(place, kind).isPresent());
        for (int end = place + SHORTEST; begins && end <= place + LONGEST && end < text.length(); end++) {
            boolean isName = Stream.of("station-tail", "modifier", "quantifier", "group").allMatch(kind -> text.at(place, kind).isEmpty())
                    && text.number(place).isEmpty();
            if (isName && text.at(end, "station-tail").filter(word -> word.value().equals("sure")).isPresent()) {
                return end;
            }
        }
        return place;
    }

    /** 的全体驻站代表 or somebody by name, but not 代表之家. */
    private static boolean arePeople(NoticeText text, int place) {
        int at = place;
        for (var word = leading(text, at); word.isPresent(); word = leading(text, at)) {
            at = word.get().end();
        }
        return text.at(at, "group").filter(group -> WRITTEN_TO.contains(group.value())).isPresent()
                || new NoticePeople(text, Map.of()).strangerAt(at) > at;
    }

    private static Optional<Word> leading(NoticeText text, int at) {
        return Stream.of("quantifier", "modifier", "level").flatMap(kind -> text.at(at, kind).stream()).findFirst()
                .filter(word -> text.at(at, "group").filter(group -> group.end() >= word.end()).isEmpty());
    }
}
