package liaison.bot.issue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import liaison.bot.calendar.WordTable;
import liaison.bot.issue.Site.Rest;

/** Reads sites out of the plain letters of one text. */
final class SiteReader {
    /** Whoever files tells first what it is about. */
    private static final int OPENING = 200;
    private static final int MOST_NAMES = 8;
    /** The letters just before the word for a kind that tell one name from another. */
    private static final int NAME = 2;
    /** Rarer pairs than this stand in names. */
    private static final float RARE = 5.5f;
    private static final String PLACE = "kind";
    private static final String NUMBER = "number";
    private static final String NAMED = "named";
    private static final String GATE = "gate";
    private static final String ANY = "any";

    private final String letters;
    private final WordTable words;
    private final Rarity rarity;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Site.Numbered> numbers = new HashSet<>();
    private final ThingReader things;
    private final boolean[] where;
    /** The end of the last word for a kind: what follows it at once is no name of its own. */
    private int last;

    private SiteReader(String letters, WordTable words, Rarity rarity) {
        this.letters = letters;
        this.words = words;
        this.rarity = rarity;
        things = new ThingReader(letters, words);
        where = new boolean[Math.min(letters.length(), OPENING)];
    }

    /** The letters at which there may be something to read. */
    static BitSet begins(WordTable words) {
        return words.firstOf(NUMBER, NAMED, GATE, ANY, PLACE, ThingReader.THING, ThingReader.SIGN);
    }

    /** @param begins as {@link #begins} gave them of the words */
    static Site read(String letters, WordTable words, BitSet begins, Rarity rarity) {
        var reader = new SiteReader(letters, words, rarity);
        for (int at = 0; at < reader.where.length;) {
            at = begins.get(letters.charAt(at)) ? reader.next(at) : at + 1;
        }
        return new Site(letters, Set.copyOf(reader.names), Set.copyOf(reader.numbers), reader.things.things(),
                new Rest(letters, reader.where));
    }

    /** Reads what stands at a letter, and tells where to read on. */
    private int next(int at) {
        var number = words.at(letters, at, NUMBER).filter(word -> number(word, false))
                .or(() -> words.at(letters, at, NAMED).filter(word -> number(word, true)));
        if (number.isPresent()) {
            return number.get().end();
        }
        words.at(letters, at, GATE).ifPresent(word -> numbers.add(new Site.Numbered("gate", word.value(), false)));
        words.at(letters, at, ANY).ifPresent(word -> hide(word.start(), word.end()));
        var kind = words.at(letters, at, PLACE);
        var thing = things.read(at, kind.map(WordTable.Word::end).orElse(at) + 1);
        if (thing.isPresent()) {
            return thing.get();
        }
        if (kind.filter(this::name).isPresent()) {
            return kind.get().end();
        }
        return things.read(at, at).orElse(at + 1);
    }

    private boolean name(WordTable.Word kind) {
        int start = kind.start() - NAME;
        boolean follows = last == kind.start() && last > 0;
        boolean named = !follows && start >= 0 && start >= last && isName(start, kind.start())
                && words.before(letters, kind.end(), "ordinary").isEmpty();
        if (named && names.size() < MOST_NAMES) {
            names.add(letters.substring(start, kind.start()));
        }
        if (named || follows) {
            hide(follows ? kind.start() : start, kind.end());
            last = kind.end();
        }
        return named || follows;
    }

    private boolean isName(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLetter(letters.charAt(i))) {
                return false;
            }
        }
        return rare(start) || rare(end - 1);
    }

    private boolean rare(int at) {
        return rarity.of(Rarity.pair(letters.charAt(at), letters.charAt(at + 1))) >= RARE;
    }

    private boolean number(WordTable.Word unit, boolean isName) {
        int start = unit.start();
        while (start > 0 && isDigit(start - 1)) {
            start--;
        }
        if (start == unit.start() && start > 0 && isLatin(start - 1)) {
            start--;
        }
        boolean numbered = start < unit.start() && (!unit.value().equals("house") || start == last);
        if (numbered) {
            numbers.add(new Site.Numbered(unit.value(), value(start, unit.start()), isName));
            hide(start, unit.end());
        }
        return numbered;
    }

    private boolean isDigit(int at) {
        return Character.isDigit(letters.charAt(at)) || words.at(letters, at, "numeral").isPresent();
    }

    private boolean isLatin(int at) {
        return letters.charAt(at) >= 'a' && letters.charAt(at) <= 'z';
    }

    /** The number in digits, however it is written. */
    private String value(int start, int end) {
        var value = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (words.at(letters, i, "ten").isPresent()) {
                value.append(value.isEmpty() ? "1" : "").append(i == end - 1 ? "0" : "");
            } else {
                value.append(words.at(letters, i, "digit").map(WordTable.Word::value).orElse(letters.substring(i, i + 1)));
            }
        }
        return value.toString();
    }

    private void hide(int start, int end) {
        Arrays.fill(where, start, Math.min(end, where.length), true);
    }
}
