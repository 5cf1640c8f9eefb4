package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.WordTable;
import liaison.bot.people.Directory.Mention;
import liaison.bot.text.Fold;

/** What a text complains of: the things in it, where it says that something is wrong, and which of them are one matter together. */
public final class Complaints {
    static final WordTable WORDS = WordTable.shipped("/issue/things.tsv", "/understanding/matter-words.tsv");
    /** Letters within which a sentence names what it is about. */
    private static final int FRONT = 12;
    private static final int LONGEST_SAID = 150;
    /** Between a word and the same word again they ask. */
    private static final String ASKED = "不没";
    /** Letters within which 想反映 stands, behind who somebody is or where she lives. */
    private static final int REPORTED_WITHIN = 15;

    private final List<Thing> things = new ArrayList<>();
    private final BitSet wrong = new BitSet();

    /**
     * @param text by {@link liaison.bot.text.Fold#all}
     * @param names of places, in which no word counts
     */
    Complaints(String text, List<Mention> names) {
        var named = new BitSet();
        names.forEach(name -> named.set(name.start(), name.end()));
        int behind = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!named.get(at)) {
                if (WORDS.at(text, at, "wrong").isPresent() && !isChoice(text, at)) {
                    wrong.set(at);
                }
                var word = at < behind ? Optional.<WordTable.Word>empty() : WORDS.at(text, at, "thing");
                if (word.isPresent() && WORDS.at(text, at, "spot").isEmpty()) {
                    things.add(new Thing(word.get().value(), at));
                    behind = word.get().end();
                }
            }
        }
    }

    private record Thing(String name, int start) {
    }

    /** 能不能, 有没有: asks whether, and says of nothing that it is not. */
    private static boolean isChoice(String text, int at) {
        return ASKED.indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length() && text.charAt(at - 1) == text.charAt(at + 1);
    }

    /** Whether a stretch says by itself what is wrong. */
    boolean isIn(int start, int end) {
        var here = things(start, end);
        int next = wrong.nextSetBit(start);
        return !here.isEmpty() && ((next >= 0 && next < end) || here.stream().anyMatch(thing -> is(thing.name, "itself")));
    }

    /** Whether a text says by itself of some thing what is wrong with it. */
    public static boolean areIn(String text) {
        return text.length() <= LONGEST_SAID && new Complaints(Fold.all(text), List.of()).isIn(0, text.length());
    }

    /** Whether a text says that something is wrong, whatever it is. */
    public static boolean sayWrong(String text) {
        return text.length() <= LONGEST_SAID && !new Complaints(Fold.all(text), List.of()).wrong.isEmpty();
    }

    /** Whether more than one word says that something is wrong. */
    boolean isWrongTwice() {
        return wrong.cardinality() > 1;
    }

    /** Whether what a stretch is about first is another thing than all that was told before it, and no part or effect of it. */
    boolean isOther(int before, int start, int end) {
        var thing = first(start, end);
        return !thing.isEmpty() && telling(before, start).stream().noneMatch(one -> areOne(one.name, thing));
    }

    /** Whether a stretch begins with another thing than those that were named before it, effect or not. */
    boolean isUnnamed(int before, int start, int end) {
        var thing = first(start, end);
        return !thing.isEmpty() && things(before, start).stream().noneMatch(one -> one.name.equals(thing));
    }

    /** Whether a stretch soon says what it is about, and that is no mere effect of something else. */
    boolean leads(int start, int end) {
        var here = things(start, end);
        return here.stream().anyMatch(thing -> thing.start - start <= FRONT && !is(thing.name, "effect") && !is(thing.name, "site"));
    }

    private String first(int start, int end) {
        return telling(start, end).stream().findFirst().map(Thing::name).orElse("");
    }

    /** What a stretch is about: a site such as a school only where nothing else is named. */
    private List<Thing> telling(int start, int end) {
        var here = things(start, end);
        var strong = here.stream().filter(thing -> !is(thing.name, "site")).toList();
        return strong.isEmpty() ? here : strong;
    }

    private List<Thing> things(int start, int end) {
        return things.stream().filter(thing -> thing.start >= start && thing.start < end).toList();
    }

    /** What a text names that may be complained of. */
    static List<String> named(String text) {
        return new Complaints(Fold.all(text), List.of()).things.stream().map(Thing::name).distinct().toList();
    }

    private static boolean areOne(String one, String other) {
        return one.equals(other) || is(other, one) || is(one, other);
    }

    private static boolean is(String thing, String kind) {
        return WORDS.at(thing, 0, kind).filter(word -> word.end() == thing.length()).isPresent();
    }

    /** Whether something is asked in a stretch. */
    static boolean asks(String text, int start, int end) {
        return WORDS.isIn(text, start, end, "asked");
    }

    /** Whether a text says by 想反映 or the like what it reports, in no word of what was told. */
    static boolean isReported(String said, String told) {
        int end = Math.min(said.length(), REPORTED_WITHIN);
        int from = -1;
        for (int at = 0; at < end && from < 0; at++) {
            from = WORDS.at(said, at, "reports").map(WordTable.Word::end).orElse(-1);
        }
        int start = from;
        boolean isWrong = start >= 0 && WORDS.isIn(said, start, said.length(), "wrong");
        return isWrong && IntStream.range(start, said.length() - 1).noneMatch(at -> told.contains(said.substring(at, at + 2)));
    }

    /** Whether a text says that several matters follow. */
    public static boolean areAnnounced(String text) {
        return WORDS.isIn(text, "several");
    }
}
