package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.ChinaOffset;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.text.ClosedUp;
import liaison.bot.text.PlainText;
import liaison.bot.text.Sounds;
import liaison.bot.text.Span;

/** Which place of the directory a text names, its levels checked against each other. */
public final class PlaceReader {
    /** Metres: an estate is 200 to 400 across and known by one point of it, and a telephone is 10 to 50 off between houses. */
    private static final double NEARBY = 300;
    /** Metres within which somebody stands on a point. */
    private static final double EXACTLY = 30;
    /** Metres within which the nearest place tells the community. */
    private static final double AROUND = 3_000;

    /** What follows in a first sentence is a story. */
    private static final int LOOKED_AT = 40;
    /** A name without its ending. */
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    private final MeantNames meant;
    private final Set<String> wide;
    private final Set<String> narrow;
    private final PlaceTail tail;
    private final FittingPlaces fitting;
    private final Bearings bearings;
    private final AsideNames aside;

    /**
     * @param kinds all kinds of places, the widest first: where several are named that do not lie in one another, the
     *        narrowest counts
     * @param wide how many of them, from the first, are too wide to find anything in
     * @param things what is no part of a place although it begins so, such as 路灯
     */
    public PlaceReader(List<String> kinds, int wide, List<String> things, PlaceWords words) {
        this.wide = Set.copyOf(kinds.subList(0, Math.min(wide, kinds.size())));
        narrow = Set.copyOf(kinds.subList(Math.min(wide, kinds.size()), kinds.size()));
        meant = new MeantNames(PlaceWords.TABLE, things);
        tail = words.tail();
        bearings = new Bearings(tail, PlaceWords.TABLE);
        aside = new AsideNames(tail, PlaceWords.TABLE);
        fitting = new FittingPlaces(kinds, this.wide, tail, bearings);
    }

    /**
     * What a text says about where.
     *
     * @param words as written, with house numbers and the like behind the names; empty when no place is named
     * @param name the part of the words that names places
     * @param places the places that fit best; one when it is clear
     * @param exact whether it can be found by these words
     */
    public record Where(String words, String name, List<Place> places, boolean exact) {
        private static final Set<String> MERELY_NAMED = Set.of("street", "community", "village", "road", "estate", "building");
        static final Where NOWHERE = new Where("", "", List.of(), false);

        public Where {
            places = List.copyOf(places);
        }

        /** The name where it tells nothing but where it is; empty for that of a school, which may tell what it is about. */
        public String mereName() {
            return places.stream().allMatch(place -> MERELY_NAMED.contains(place.kind())) ? name : "";
        }

        /** The same, of several places only those that are preferred, where any is. */
        public Where within(Predicate<Place> preferred) {
            var chosen = places.size() < 2 ? places : places.stream().filter(preferred).toList();
            return chosen.isEmpty() || chosen.size() == places.size() ? this : new Where(words, name, chosen, exact);
        }
    }

    /** Where a text names places in which something can be found. */
    public List<Mention> narrow(String text, Directory directory) {
        return meant.in(text, directory).stream().filter(mention -> !wide.contains(mention.place().kind())).toList();
    }

    public Where read(String whole, Directory directory) {
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

    private Where read(String text, List<Mention> all, Directory directory) {
        var mentions = aside.without(all, text);
        var places = fitting.of(mentions, text, directory);
        var span = span(mentions, places, text);
        int start = span.start();
        int end = span.end();
        String name = text.substring(start, end).strip();
        int told = Math.max(end, bearings.end(text, end));
        told = Math.max(told, Spots.end(text, Math.min(told, tail.end(text, end)), PlaceWords.TABLE));
        return new Where(text.substring(start, told).strip(), name, places,
                places.isEmpty() || places.stream().anyMatch(place -> !wide.contains(place.kind())));
    }

    /** From the first to the last of the names that stand together, of which one is that of a place that is meant; the first ones else. */
    private Span span(List<Mention> mentions, List<Place> places, String text) {
        var inOrder = mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
        var spans = new ArrayList<Span>();
        boolean isMeant = false;
        for (var mention : inOrder) {
            int end = spans.isEmpty() ? -1 : spans.getLast().end();
            // names farther away belong to another part of the sentence
            boolean goesOn = end >= 0 && (mention.start() <= tail.end(text, end) || tail.isJoined(text, end, mention.start())
                    || bearings.isLed(text, end, mention.start()));
            if (isMeant && !goesOn) {
                return spans.getLast();
            }
            var before = goesOn ? spans.removeLast() : new Span("", mention.start(), mention.end());
            spans.add(new Span("", before.start(), Math.max(before.end(), mention.end())));
            isMeant |= places.contains(mention.place());
        }
        return isMeant ? spans.getLast() : spans.getFirst();
    }

    /** Places that a text names but for one letter that sounds alike, where it names none of them rightly. */
    public Near near(String whole, Directory directory) {
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
                    .filter(mention -> isAlike(piece, mention) && PlaceWords.TABLE.at(piece, mention.start(), "ordinary").isEmpty())
                    .toList();
            if (!near.isEmpty()) {
                int from = start + near.getFirst().start();
                int to = start + near.getFirst().end();
                return new Near(text.substring(from, tail.end(text, to)).strip(), text.substring(from, to),
                        near.stream().map(Mention::place).toList());
            }
            start = end + 1;
        }
        return Near.NOTHING;
    }

    /** Places whose name without its ending is all that a text says. */
    public Near completed(String text, Directory directory) {
        var whole = text.length() > LONGEST ? List.<Mention>of() : meant.completed(text, directory);
        if (!whole.isEmpty()) {
            return new Near(text, text, whole.stream().map(Mention::place).toList());
        }
        int end = text.length();
        while (end > SHORTEST && tail.end(text, end - 1) == text.length()) {
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
    public record Near(String words, String name, List<Place> places) {
        static final Near NOTHING = new Near("", "", List.of());

        public Near {
            places = List.copyOf(places);
        }
    }

    /**
     * What a position says: a place nearby, in the words of the position's label; else what the label says; else the community of the
     * nearest place that is not too far. The shift of Chinese maps is taken away first; who stands exactly on a place without that, does.
     */
    public Where at(InboundMessage.Location position, Directory directory) {
        double[] here = ChinaOffset.without(position.latitude(), position.longitude());
        String label = position.label().strip();
        return directory.nearest(here[0], here[1], EXACTLY, narrow)
                .or(() -> directory.nearest(position.latitude(), position.longitude(), EXACTLY, narrow))
                .or(() -> directory.nearest(here[0], here[1], NEARBY, narrow))
                .map(place -> new Where(label.isEmpty() ? place.name() : label, "", List.of(place), true))
                .orElseGet(() -> {
                    var read = read(label, directory);
                    return read.exact() ? read : around(position, here, directory).orElse(read);
                });
    }

    private Optional<Where> around(InboundMessage.Location position, double[] here, Directory directory) {
        return directory.nearest(here[0], here[1], AROUND, narrow).map(place -> community(place, directory))
                .map(place -> new Where(Degrees.labelled(position, place.name()), "", List.of(place), true));
    }

    /** The widest that it lies in and that something can be found in. */
    private Place community(Place place, Directory directory) {
        var widest = place;
        for (int depth = 0; depth < Place.MAX_DEPTH; depth++) {
            var parent = directory.place(widest.parent()).filter(one -> narrow.contains(one.kind()));
            if (parent.isEmpty()) {
                return widest;
            }
            widest = parent.get();
        }
        return widest;
    }
}
