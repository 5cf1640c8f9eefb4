package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.ChinaOffset;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.text.ClosedUp;
import liaison.bot.text.PlainText;
import liaison.bot.text.Sounds;

/** Which place of the directory a text names, its levels checked against each other, and the words that say where exactly. */
final class PlaceReader {
    /** Metres: an estate is 200 to 400 across and known by one point of it, and a telephone is 10 to 50 off between houses. */
    private static final double NEARBY = 300;

    private static final Set<String> COMMUNITIES = Set.of("community", "village");
    private static final String ROAD = "road";
    private static final Set<String> HOUSES = Set.of("estate", "building");
    private static final WordTable WORDS = WordTable.shipped("/dialog/place-words.tsv", "/calendar/numbers.tsv");
    private static final List<String> ENDINGS = WORDS.words("ending");

    /** What follows in a first sentence is a story. */
    private static final int LOOKED_AT = 40;
    /** A name without its ending. */
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    private final MeantNames meant;
    private final Set<String> wide;
    private final Set<String> narrow;
    private final List<String> kinds;
    private final List<String> tails;
    private final List<String> things;
    private final String numerals;

    /**
     * @param kinds all kinds of places, the widest first: where several are named that do not lie in one another, the
     *        narrowest counts
     * @param wide how many of them, from the first, are too wide to find anything in
     * @param tails words that go on with a place, such as 号楼 or 门口
     * @param things words that begin as a tail does and are none, such as 路灯
     */
    PlaceReader(List<String> kinds, int wide, List<String> tails, List<String> things, String numerals) {
        this.kinds = List.copyOf(kinds);
        this.wide = Set.copyOf(kinds.subList(0, Math.min(wide, kinds.size())));
        narrow = Set.copyOf(kinds.subList(Math.min(wide, kinds.size()), kinds.size()));
        this.tails = tails.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.things = List.copyOf(things);
        meant = new MeantNames(WORDS, things, ENDINGS);
        this.numerals = numerals;
    }

    /**
     * What a text says about where.
     *
     * @param words as written, with house numbers and the like behind the names; empty when no place is named
     * @param places the places that fit best; one when it is clear
     * @param exact whether it can be found by these words
     */
    record Where(String words, List<Place> places, boolean exact) {
        static final Where NOWHERE = new Where("", List.of(), false);

        Where {
            places = List.copyOf(places);
        }
    }

    Where read(String whole, Directory directory) {
        String written = whole.substring(0, Math.min(whole.length(), PlainText.LONGEST));
        String closed = ClosedUp.of(written);
        var mentions = meant.in(closed, directory);
        if (mentions.isEmpty()) {
            return Where.NOWHERE;
        }
        if (!closed.equals(written)) {
            var asWritten = meant.in(written, directory);
            // the words stay as they were written where no blank stands within a name
            if (asWritten.stream().map(Mention::place).toList().equals(mentions.stream().map(Mention::place).toList())) {
                return read(written, asWritten, directory);
            }
        }
        return read(closed, mentions, directory);
    }

    private Where read(String text, List<Mention> mentions, Directory directory) {
        var places = best(mentions, text, directory);
        int start = mentions.stream().mapToInt(Mention::start).min().orElse(0);
        int end = start;
        for (var mention : mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList()) {
            // names farther away belong to another part of the sentence
            if (mention.start() <= tail(text, end) || end == start || isJoined(text, end, mention.start())) {
                end = Math.max(end, mention.end());
            }
        }
        end = tail(text, end);
        return new Where(text.substring(start, end).strip(), places, places.stream().noneMatch(place -> wide.contains(place.kind())));
    }

    /** Places that a text names but for one letter that sounds alike, where it names none of them rightly. */
    Near near(String whole, Directory directory) {
        String text = ClosedUp.of(whole.substring(0, Math.min(whole.length(), LOOKED_AT)));
        var known = new BitSet();
        meant.in(text, directory).forEach(mention -> known.set(mention.start(), mention.end()));
        for (int start = 0; start < text.length();) {
            int end = start;
            while (end < text.length() && !known.get(end) && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            String piece = text.substring(start, end);
            var near = directory.nearly(piece).stream()
                    .filter(mention -> isAlike(piece, mention) && WORDS.at(piece, mention.start(), "ordinary").isEmpty()).toList();
            if (!near.isEmpty()) {
                int from = start + near.getFirst().start();
                int to = start + near.getFirst().end();
                return new Near(text.substring(from, tail(text, to)).strip(), text.substring(from, to),
                        near.stream().map(Mention::place).toList());
            }
            start = end + 1;
        }
        return Near.NOTHING;
    }

    /** Places whose name without its ending is all that a text says. */
    Near completed(String text, Directory directory) {
        int end = text.length();
        while (end > SHORTEST && tail(text, end - 1) == text.length()) {
            end--;
        }
        String name = text.substring(0, end);
        var found = name.length() < SHORTEST || name.length() > LONGEST ? List.<Mention>of() : meant.completed(name, directory);
        return found.isEmpty() ? Near.NOTHING : new Near(text, name, found.stream().map(Mention::place).toList());
    }

    private static boolean isAlike(String text, Mention mention) {
        String said = Sounds.of(text.substring(mention.start(), mention.end()));
        return Stream.concat(Stream.of(mention.place().name()), mention.place().aliases().stream())
                .anyMatch(name -> name.length() >= said.length() && Sounds.of(name).startsWith(said));
    }

    /**
     * What a text may mean.
     *
     * @param words as {@link Where#words}
     * @param name the name as it was said
     */
    record Near(String words, String name, List<Place> places) {
        static final Near NOTHING = new Near("", "", List.of());

        Near {
            places = List.copyOf(places);
        }
    }

    /** What a position says: a place nearby, in the words of the position's label; else what the label says. */
    Where at(InboundMessage.Location position, Directory directory) {
        double[] here = ChinaOffset.without(position.latitude(), position.longitude());
        return directory.nearest(here[0], here[1], NEARBY, narrow)
                .map(place -> new Where(position.label().isBlank() ? place.name() : position.label().strip(), List.of(place), true))
                .orElseGet(() -> read(position.label(), directory));
    }

    /** The places that most of the names agree with, the innermost of one line only. */
    private List<Place> best(List<Mention> mentions, String text, Directory directory) {
        Map<String, Named> named = new LinkedHashMap<>();
        mentions.forEach(
                mention -> named.computeIfAbsent(mention.place().code(), code -> new Named(mention.place(), directory)).add(mention));
        if (named.size() == 1) {
            return List.of(mentions.getFirst().place());
        }
        named.values().removeAll(contradicted(named));
        int most = 0;
        var best = new ArrayList<Named>();
        for (var one : named.values()) {
            int agreeing = agreeing(one, named);
            if (agreeing > most) {
                best.clear();
            }
            if (agreeing >= most) {
                best.add(one);
            }
            most = Math.max(most, agreeing);
        }
        var chosen = longest(narrowest(best), joined(mentions, text));
        return Stream.concat(contradicting(chosen, best), chosen.stream()).map(one -> one.place).toList();
    }

    /** Communities named right before each of the places, of which none lies in them. */
    private static Stream<Named> contradicting(List<Named> chosen, List<Named> named) {
        return named.stream().filter(outer -> COMMUNITIES.contains(outer.place.kind()) && !chosen.contains(outer))
                .filter(outer -> chosen.stream().allMatch(inner -> HOUSES.contains(inner.place.kind()) && !inner.line.contains(outer.place)
                        && outer.ends.intersects(inner.starts)));
    }

    /** Where names begin or end that a word such as 和 or 到 joins: both are meant. */
    private BitSet joined(List<Mention> mentions, String text) {
        var joined = new BitSet();
        var inOrder = mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
        var last = inOrder.getFirst();
        for (var mention : inOrder) {
            if (mention.start() >= last.end() && isJoined(text, last.end(), mention.start())) {
                joined.set(last.start());
                joined.set(mention.start());
            }
            last = mention;
        }
        return joined;
    }

    /** Whether what goes on with a place, and a joining word, are all that stands between. */
    private boolean isJoined(String text, int end, int next) {
        return WORDS.before(text, next, "join").filter(word -> word.start() >= end && tail(text, end) >= word.start()).isPresent();
    }

    /** Places of which a wide level is named, too, and is another one: 临川街道 beside a village of 望溪街道. */
    private List<Named> contradicted(Map<String, Named> named) {
        Set<String> levels = named.values().stream().map(one -> one.place.kind()).filter(wide::contains).collect(Collectors.toSet());
        return levels.isEmpty()
                ? List.of()
                : named.values().stream().filter(one -> one.line.stream()
                        .anyMatch(place -> levels.contains(place.kind()) && !named.containsKey(place.code()))).toList();
    }

    private List<Named> narrowest(List<Named> places) {
        int narrowest = places.stream().mapToInt(one -> kinds.indexOf(one.place.kind())).max().orElse(0);
        var chosen = places.stream().filter(one -> kinds.indexOf(one.place.kind()) == narrowest).toList();
        return places.stream()
                .filter(one -> chosen.contains(one) || (one.place.kind().equals(ROAD) && chosen.stream().allMatch(one::isNamedAs)))
                .toList();
    }

    /** Where names stand side by side, the longest name says most, and two that are equal leave the question. */
    private static List<Named> longest(List<Named> places, BitSet joined) {
        int longest = places.stream().mapToInt(one -> one.longest).max().orElse(0);
        return places.stream().filter(one -> one.longest == longest || one.starts.intersects(joined)).toList();
    }

    /** How many different names lie on the place's line: itself and what it lies in. */
    private static int agreeing(Named place, Map<String, Named> named) {
        var starts = new BitSet();
        for (var level : place.line) {
            var one = named.get(level.code());
            if (one != null) {
                starts.or(one.starts);
            }
        }
        return starts.cardinality();
    }

    /** A place, where a text names it, and how long its longest name there is. */
    private static final class Named {
        private final Place place;
        /** The place and what it lies in, from the inside outwards. */
        private final List<Place> line = new ArrayList<>();
        private final BitSet starts = new BitSet();
        private final BitSet ends = new BitSet();
        private int longest;

        Named(Place place, Directory directory) {
            this.place = place;
            line.add(place);
            while (!line.getLast().parent().isEmpty() && line.size() < Place.MAX_DEPTH) {
                var parent = directory.place(line.getLast().parent());
                if (parent.isEmpty()) {
                    return;
                }
                line.add(parent.get());
            }
        }

        /** Whether the same letters of the text name both. */
        boolean isNamedAs(Named other) {
            return starts.equals(other.starts) && ends.equals(other.ends);
        }

        void add(Mention mention) {
            starts.set(mention.start());
            ends.set(mention.end());
            longest = Math.max(longest, mention.end() - mention.start());
        }
    }

    /** The end of what goes on with a place from there: numbers, letters and the words for it. */
    private int tail(String text, int from) {
        int end = from;
        int next = step(text, from);
        while (next > end) {
            end = next;
            next = step(text, end);
        }
        return end;
    }

    private int step(String text, int at) {
        if (at >= text.length()) {
            return at;
        }
        if (things.stream().anyMatch(thing -> text.startsWith(thing, at))) {
            return at;
        }
        char c = Plain.narrow(text.charAt(at));
        if (c == ' ') {
            int next = step(text, at + 1);
            return next > at + 1 ? next : at;
        }
        if (Plain.isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || numerals.indexOf(c) >= 0) {
            return at + 1;
        }
        for (String tail : tails) {
            if (text.startsWith(tail, at)) {
                return at + tail.length();
            }
        }
        return at;
    }
}
