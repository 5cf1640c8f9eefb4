package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;

/** Which of the places that a text names are meant, their levels checked against each other. */
public final class FittingPlaces {
    private static final Set<String> COMMUNITIES = Set.of("community", "village");
    private static final String ROAD = "road";
    private static final Set<String> HOUSES = Set.of("estate", "building");

    private final List<String> kinds;
    private final Set<String> wide;
    private final PlaceTail tail;
    private final Bearings bearings;

    /** @param kinds all kinds of places, the widest first; of them {@code wide} are too wide to find anything in */
    FittingPlaces(List<String> kinds, Set<String> wide, PlaceTail tail, Bearings bearings) {
        this.kinds = List.copyOf(kinds);
        this.wide = Set.copyOf(wide);
        this.tail = tail;
        this.bearings = bearings;
    }

    /** The places that most of the names agree with, the innermost of one line only. */
    List<Place> of(List<Mention> all, String text, Directory directory) {
        var mentions = bearings.meant(all, text);
        Map<String, Named> named = new LinkedHashMap<>();
        mentions.forEach(
                mention -> named.computeIfAbsent(mention.place().code(), code -> new Named(mention.place(), directory)).add(mention));
        if (named.size() == 1) {
            return List.of(mentions.getFirst().place());
        }
        var contradicted = contradicted(named);
        named.values().removeAll(contradicted);
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
        var places = Stream.of(contradicting(chosen, best), chosen.stream(), elsewhere(chosen, contradicted)).flatMap(one -> one)
                .map(one -> one.place).toList();
        return bearings.together(places, mentions, text, directory);
    }

    /** Communities named right before each of the places, of which none lies in them. */
    private static Stream<Named> contradicting(List<Named> chosen, List<Named> named) {
        return named.stream().filter(outer -> COMMUNITIES.contains(outer.place.kind()) && !chosen.contains(outer))
                .filter(outer -> chosen.stream().allMatch(inner -> HOUSES.contains(inner.place.kind()) && !inner.line.contains(outer.place)
                        && outer.ends.intersects(inner.starts)));
    }

    /** Houses named right behind a street or town in which they do not lie, where nothing narrower is named. */
    private Stream<Named> elsewhere(List<Named> chosen, List<Named> contradicted) {
        return chosen.stream().allMatch(outer -> wide.contains(outer.place.kind()))
                ? contradicted.stream().filter(inner -> HOUSES.contains(inner.place.kind())
                        && chosen.stream().anyMatch(outer -> outer.ends.intersects(inner.starts)))
                : Stream.empty();
    }

    /** Where names begin or end that a word such as 和 or 到 joins: both are meant. */
    private BitSet joined(List<Mention> mentions, String text) {
        var joined = new BitSet();
        var inOrder = mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
        var last = inOrder.getFirst();
        for (var mention : inOrder) {
            if (mention.start() >= last.end() && tail.isJoined(text, last.end(), mention.start())) {
                joined.set(last.start());
                joined.set(mention.start());
            }
            last = mention;
        }
        return joined;
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
}
