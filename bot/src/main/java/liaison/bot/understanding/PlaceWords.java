package liaison.bot.understanding;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.WordTable;

/** The words that say where, whether anybody knows the place or not: what leads to it, goes on with it, or is a part of it. */
public final class PlaceWords {
    public static final WordTable TABLE = WordTable.shipped("/understanding/place-words.tsv", "/calendar/numbers.tsv");

    private final PlaceTail tail;

    /**
     * @param tails words that go on with a place, such as 号楼 or 门口
     * @param things words that begin as a tail does and are none, such as 路灯
     */
    public PlaceWords(List<String> tails, List<String> things, String numerals) {
        tail = new PlaceTail(tails, things, numerals, TABLE);
    }

    /** What goes on with a place. */
    public PlaceTail tail() {
        return tail;
    }

    /** A text without the words that lead to where somebody is or lives, such as 我家住. */
    public static String withoutLead(String text) {
        int at = 0;
        for (var word = TABLE.at(text, 0, "at"); word.isPresent(); word = TABLE.at(text, at, "at")) {
            at = word.get().end();
        }
        return text.substring(at).strip();
    }

    /** Whether words before the name of a place only lead to it, as 我想反映 does. */
    public static boolean onlyLead(String text) {
        return areAll(text, List.of("at", "opening", "mind", "only", "particle"));
    }

    /** Whether words behind a place say nothing of it, as 那边的问题 does. */
    public static boolean onlyEnd(String text) {
        return areAll(text, List.of("there", "closing", "yonder", "particle"));
    }

    /** Whether words point at some place and say in no way which, as 我现在就在这儿. */
    public static boolean onlyPoints(String text) {
        String words = withoutParticles(text);
        return TABLE.before(words, words.length(), "yonder").isPresent()
                && areAll(text, List.of("at", "opening", "only", "present", "yonder", "particle"));
    }

    private static boolean areAll(String text, List<String> kinds) {
        int at = 0;
        while (at < text.length()) {
            int from = at;
            for (String kind : kinds) {
                at = Math.max(at, TABLE.at(text, from, kind).map(WordTable.Word::end).orElse(from));
            }
            if (at == from && Character.isLetterOrDigit(text.charAt(at))) {
                return false;
            }
            at = Math.max(at, from + 1);
        }
        return true;
    }

    /** 就菜场那: a text without the words that point at where it is. */
    public static String withoutPointing(String text) {
        int from = TABLE.at(text, 0, "only").map(WordTable.Word::end).orElse(0);
        int to = TABLE.before(text, text.length(), "yonder").map(WordTable.Word::start).orElse(text.length());
        return from + 1 < to ? text.substring(from, to) : text;
    }

    /** A text without the words by which somebody thinks better of it, as 算了还是; 就 only before a number. */
    public static String withoutMind(String text) {
        int at = 0;
        for (var word = TABLE.at(text, at, "mind"); word.isPresent(); word = TABLE.at(text, at, "mind")) {
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
    public boolean endsAsPlace(String text) {
        String words = withoutParticles(text);
        return TABLE.before(words, words.length(), "there").isPresent()
                || IntStream.range(1, words.length()).anyMatch(at -> tail.end(words, at) == words.length());
    }

    /** Whether the last words are those of an address, or of the name of a town. */
    public boolean endsAsAnyPlace(String text) {
        String words = withoutParticles(text);
        return endsAsPlace(words) || TABLE.before(words, words.length(), "town").isPresent();
    }

    private static String withoutParticles(String text) {
        int end = text.length();
        for (var word = TABLE.before(text, end, "particle"); word.isPresent(); word = TABLE.before(text, end, "particle")) {
            end = word.get().start();
        }
        return text.substring(0, end);
    }

    /** Words that only go on with a place, such as 13号 or 西门, without what leads to them; empty for any others. */
    public String tailIn(String text) {
        String words = withoutLead(withoutParticles(text));
        boolean ends = TABLE.before(words, words.length(), "part").isPresent()
                || IntStream.range(0, words.length()).anyMatch(at -> tail.endsInWord(words, at));
        return ends && partsEnd(words) == words.length() ? words : "";
    }

    /** Words that tell a part of some estate or village and not of which one, such as 村口 or 我们小区门口; empty for any others. */
    public String partIn(String text) {
        String words = withoutLead(withoutParticles(text));
        for (var word = TABLE.at(words, 0, "ours"); word.isPresent(); word = TABLE.at(words, 0, "ours")) {
            words = words.substring(word.get().end());
        }
        int end = words.length();
        String bare = words.substring(0, TABLE.before(words, end, "there").map(WordTable.Word::start).filter(at -> at > 0).orElse(end));
        boolean isName = IntStream.range(1, bare.length())
                .anyMatch(at -> TABLE.at(bare, at, "named").isPresent() && tail.isOrdinal(bare, at - 1));
        return isName ? "" : isPartsOrSpots(bare) ? bare : isPointedAt(words) ? words : "";
    }

    /** 村口那棵大槐树底下 or 村口老槐树底下: a part and a thing at it that somebody points at, whatever it is. */
    private boolean isPointedAt(String words) {
        int end = partsEnd(words);
        return end > 0 && end < words.length() && (TABLE.at(words, end, "that").isPresent() || pointing(words) > end);
    }

    /** Whether words say that it is at something, whatever that is, as 老供销社旁边. */
    public boolean pointsAt(String text) {
        return pointing(withoutParticles(text)) > 0;
    }

    /** Where the words begin by which a text ends in saying that it is at something; 0 for none. */
    private static int pointing(String text) {
        return Stream.of("there", "beside", "part")
                .mapToInt(kind -> TABLE.before(text, text.length(), kind).map(WordTable.Word::start).orElse(0)).max()
                .orElse(0);
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
        return TABLE.at(words, from, "spot").map(WordTable.Word::end).orElseGet(() -> partEnd(words, from));
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
        return TABLE.at(words, from, "part").map(WordTable.Word::end).orElseGet(() -> tail.end(words, from));
    }

    /** The house that a story tells of without naming its estate, as 我们小区6号楼 does; empty where it tells of none or of several. */
    public static String houseIn(String story) {
        var houses = new TreeSet<String>();
        houses.add(HouseParts.first(story));
        for (int at = 0; at < story.length(); at++) {
            TABLE.at(story, at, "own").ifPresent(estate -> houses.add(HouseParts.first(story.substring(estate.end()))));
        }
        houses.remove("");
        return houses.size() == 1 ? houses.first() : "";
    }
}
