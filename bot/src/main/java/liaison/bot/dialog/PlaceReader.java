package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.ChinaOffset;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.text.PlainText;

/** Which place of the directory a text names, its levels checked against each other, and the words that say where exactly. */
final class PlaceReader {
    /** Metres: an estate is 200 to 400 across and known by one point of it, and a telephone is 10 to 50 off between houses. */
    private static final double NEARBY = 300;

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
        String text = whole.substring(0, Math.min(whole.length(), PlainText.LONGEST));
        var mentions = directory.mentions(text);
        if (mentions.isEmpty()) {
            return Where.NOWHERE;
        }
        var places = best(mentions, directory);
        int start = mentions.stream().mapToInt(Mention::start).min().orElse(0);
        int end = start;
        for (var mention : mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList()) {
            // names farther away belong to another part of the sentence
            if (mention.start() <= tail(text, end) || end == start) {
                end = Math.max(end, mention.end());
            }
        }
        end = tail(text, end);
        return new Where(text.substring(start, end).strip(), places, places.stream().noneMatch(place -> wide.contains(place.kind())));
    }

    /** What a position says: a place nearby, in the words of the position's label; else what the label says. */
    Where at(InboundMessage.Location position, Directory directory) {
        double[] here = ChinaOffset.without(position.latitude(), position.longitude());
        return directory.nearest(here[0], here[1], NEARBY, narrow)
                .map(place -> new Where(position.label().isBlank() ? place.name() : position.label().strip(), List.of(place), true))
                .orElseGet(() -> read(position.label(), directory));
    }

    /** The places that most of the names agree with, the innermost of one line only. */
    private List<Place> best(List<Mention> mentions, Directory directory) {
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
        return longest(narrowest(best)).stream().map(one -> one.place).toList();
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
        return places.stream().filter(one -> kinds.indexOf(one.place.kind()) == narrowest).toList();
    }

    /** Where names stand side by side, the longest name says most, and two that are equal leave the question. */
    private static List<Named> longest(List<Named> places) {
        int longest = places.stream().mapToInt(one -> one.longest).max().orElse(0);
        return places.stream().filter(one -> one.longest == longest).toList();
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

        void add(Mention mention) {
            starts.set(mention.start());
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
