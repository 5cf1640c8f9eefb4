package liaison.bot.dialog;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    /** Metres within which somebody stands on a point. */
    private static final double EXACTLY = 30;
    /** Metres within which the nearest place tells the community. */
    private static final double AROUND = 3_000;

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
    private final PlaceTail tail;
    private final FittingPlaces fitting;

    /**
     * @param kinds all kinds of places, the widest first: where several are named that do not lie in one another, the
     *        narrowest counts
     * @param wide how many of them, from the first, are too wide to find anything in
     * @param tails words that go on with a place, such as 号楼 or 门口
     * @param things words that begin as a tail does and are none, such as 路灯
     */
    PlaceReader(List<String> kinds, int wide, List<String> tails, List<String> things, String numerals) {
        this.wide = Set.copyOf(kinds.subList(0, Math.min(wide, kinds.size())));
        narrow = Set.copyOf(kinds.subList(Math.min(wide, kinds.size()), kinds.size()));
        meant = new MeantNames(WORDS, things, ENDINGS);
        tail = new PlaceTail(tails, things, numerals, WORDS);
        fitting = new FittingPlaces(kinds, this.wide, tail);
    }

    /**
     * What a text says about where.
     *
     * @param words as written, with house numbers and the like behind the names; empty when no place is named
     * @param name the part of the words that names places
     * @param places the places that fit best; one when it is clear
     * @param exact whether it can be found by these words
     */
    record Where(String words, String name, List<Place> places, boolean exact) {
        private static final Set<String> MERELY_NAMED = Set.of("street", "community", "village", "road", "estate", "building");
        static final Where NOWHERE = new Where("", "", List.of(), false);

        Where {
            places = List.copyOf(places);
        }

        /** The name where it tells nothing but where it is; empty for that of a school, which may tell what it is about. */
        String mereName() {
            return places.stream().allMatch(place -> MERELY_NAMED.contains(place.kind())) ? name : "";
        }

        /** The same, of several places only those that are preferred, where any is. */
        Where within(Predicate<Place> preferred) {
            var chosen = places.size() < 2 ? places : places.stream().filter(preferred).toList();
            return chosen.isEmpty() || chosen.size() == places.size() ? this : new Where(words, name, chosen, exact);
        }
    }

    /** A text without the words that lead to where somebody is or lives, such as 我家住. */
    static String withoutLead(String text) {
        int at = 0;
        for (var word = WORDS.at(text, 0, "at"); word.isPresent(); word = WORDS.at(text, at, "at")) {
            at = word.get().end();
        }
        return text.substring(at).strip();
    }

    /** A text without the words by which somebody thinks better of it, as 算了还是; 就 only before a number. */
    static String withoutMind(String text) {
        int at = 0;
        for (var word = WORDS.at(text, at, "mind"); word.isPresent(); word = WORDS.at(text, at, "mind")) {
            int end = word.get().end();
            boolean leads = !word.get().value().equals("only") || (end < text.length() && Plain.isDigit(Plain.narrow(text.charAt(end))));
            if (!leads) {
                break;
            }
            at = end;
        }
        return text.substring(at).strip();
    }

    /** Whether the last words are those that an address may end in, whether anybody knows it or not. */
    boolean endsAsPlace(String text) {
        String words = withoutParticles(text);
        return WORDS.before(words, words.length(), "there").isPresent()
                || IntStream.range(1, words.length()).anyMatch(at -> tail.end(words, at) == words.length());
    }

    private static String withoutParticles(String text) {
        int end = text.length();
        for (var word = WORDS.before(text, end, "particle"); word.isPresent(); word = WORDS.before(text, end, "particle")) {
            end = word.get().start();
        }
        return text.substring(0, end);
    }

    /** Whether the last words are those of an address, or of the name of a town. */
    boolean endsAsAnyPlace(String text) {
        String words = withoutParticles(text);
        return endsAsPlace(words) || WORDS.before(words, words.length(), "town").isPresent();
    }

    /** Words that only go on with a place, such as 13号 or 西门, without what leads to them; empty for any others. */
    String tailIn(String text) {
        String words = withoutLead(withoutParticles(text));
        boolean ends = WORDS.before(words, words.length(), "part").isPresent()
                || IntStream.range(0, words.length()).anyMatch(at -> tail.endsInWord(words, at));
        return ends && partsEnd(words) == words.length() ? words : "";
    }

    /** Words that tell a part of some estate or village and not of which one, such as 村口 or 我们小区门口; empty for any others. */
    String partIn(String text) {
        String words = withoutLead(withoutParticles(text));
        for (var word = WORDS.at(words, 0, "ours"); word.isPresent(); word = WORDS.at(words, 0, "ours")) {
            words = words.substring(word.get().end());
        }
        int end = words.length();
        String bare = words.substring(0, WORDS.before(words, end, "there").map(WordTable.Word::start).filter(at -> at > 0).orElse(end));
        boolean isName = IntStream.range(1, bare.length())
                .anyMatch(at -> WORDS.at(bare, at, "named").isPresent() && tail.isOrdinal(bare, at - 1));
        return isName ? "" : isPartsOrSpots(bare) ? bare : isPointedAt(words) ? words : "";
    }

    /** 村口那棵大槐树底下: a part and a thing at it that somebody points at, whatever it is. */
    private boolean isPointedAt(String words) {
        int end = partsEnd(words);
        return end > 0 && end < words.length() && WORDS.at(words, end, "that").isPresent();
    }

    /** Whether words only go on with a place, or say what stands in every village and estate, such as 村委会门口. */
    private boolean isPartsOrSpots(String words) {
        boolean isPart = !tailIn(words).isEmpty();
        int end = 0;
        for (int next = spotEnd(words, 0); next > end && !isPart; next = spotEnd(words, end)) {
            isPart = next == words.length();
            end = next;
        }
        return isPart;
    }

    private int spotEnd(String words, int from) {
        return WORDS.at(words, from, "spot").map(WordTable.Word::end).orElseGet(() -> partEnd(words, from));
    }

    private int partsEnd(String words) {
        int end = 0;
        int next = partEnd(words, 0);
        while (next > end) {
            end = next;
            next = partEnd(words, end);
        }
        return end;
    }

    private int partEnd(String words, int from) {
        return WORDS.at(words, from, "part").map(WordTable.Word::end).orElseGet(() -> tail.end(words, from));
    }

    /** The house that a story tells of without naming its estate, as 我们小区6号楼 does; empty where it tells of none or of several. */
    String houseIn(String story) {
        var houses = new TreeSet<String>();
        houses.add(HouseParts.first(story));
        for (int at = 0; at < story.length(); at++) {
            WORDS.at(story, at, "own").ifPresent(estate -> houses.add(HouseParts.first(story.substring(estate.end()))));
        }
        houses.remove("");
        return houses.size() == 1 ? houses.first() : "";
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
        var places = fitting.of(mentions, text, directory);
        int start = mentions.stream().mapToInt(Mention::start).min().orElse(0);
        int end = start;
        for (var mention : mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList()) {
            // names farther away belong to another part of the sentence
            if (mention.start() <= tail.end(text, end) || end == start || tail.isJoined(text, end, mention.start())) {
                end = Math.max(end, mention.end());
            }
        }
        String name = text.substring(start, end).strip();
        return new Where(text.substring(start, tail.end(text, end)).strip(), name, places,
                places.stream().noneMatch(place -> wide.contains(place.kind())));
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
                return new Near(text.substring(from, tail.end(text, to)).strip(), text.substring(from, to),
                        near.stream().map(Mention::place).toList());
            }
            start = end + 1;
        }
        return Near.NOTHING;
    }

    /** Places whose name without its ending is all that a text says. */
    Near completed(String text, Directory directory) {
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
    record Near(String words, String name, List<Place> places) {
        static final Near NOTHING = new Near("", "", List.of());

        Near {
            places = List.copyOf(places);
        }
    }

    /**
     * What a position says: a place nearby, in the words of the position's label; else what the label says; else the community of the
     * nearest place that is not too far. The shift of Chinese maps is taken away first; who stands exactly on a place without that, does.
     */
    Where at(InboundMessage.Location position, Directory directory) {
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
