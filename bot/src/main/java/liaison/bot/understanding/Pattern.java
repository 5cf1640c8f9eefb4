package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Which words make a signal: terms between blanks, all of which must hold. A term is one or several keywords with | between
 * them; {@code !} before it: none may occur; {@code ^}: at the start; {@code =}: they are all that was said; {@code $} after it: at
 * the end; {@code <12}: at most so many letters in all; {@code >12}: at least so many; {@code ~12}: the wanted terms stand within so
 * many letters of the first. A comma as keyword is any punctuation between words.
 */
public record Pattern(List<Term> wanted, List<Term> barred, int shortest, int longest, int reach) {
    private static final String COMMA = ",";
    /** How many places of the first term are tried, so that a text of one word repeated costs no more. */
    private static final int MOST_TRIED = 16;

    enum Anchor {
        ANYWHERE, START, END, WHOLE
    }

    /** Keywords by their numbers, one of which stands where the anchor says; also as bits, 64 in a word, of which only those that hold any are kept. */
    record Term(List<Integer> keywords, Anchor anchor, int[] words, long[] bits) {
        Term {
            keywords = List.copyOf(keywords);
        }

        static Term of(List<Integer> keywords, Anchor anchor) {
            int[] words = keywords.stream().mapToInt(keyword -> keyword >> 6).distinct().sorted().toArray();
            long[] bits = new long[words.length];
            keywords.forEach(keyword -> bits[Arrays.binarySearch(words, keyword >> 6)] |= 1L << keyword);
            return new Term(keywords, anchor, words, bits);
        }

        boolean in(Hits hits) {
            return switch (anchor) {
                case ANYWHERE -> hits.hasAny(words, bits);
                case WHOLE -> hits.hasWhole() && hits.stands(this);
                case START, END -> hits.hasAny(words, bits) && hits.stands(this);
            };
        }

        boolean holds(int keyword) {
            int word = Arrays.binarySearch(words, keyword >> 6);
            return word >= 0 && (bits[word] & 1L << keyword) != 0;
        }
    }

    public Pattern {
        wanted = List.copyOf(wanted);
        barred = List.copyOf(barred);
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    public static Pattern parse(String text, ToIntFunction<String> numbers) {
        var wanted = new ArrayList<Term>();
        var barred = new ArrayList<Term>();
        int shortest = 0;
        int longest = Integer.MAX_VALUE;
        int reach = Integer.MAX_VALUE;
        for (String part : text.strip().split(" +", -1)) {
            if (part.startsWith("<")) {
                longest = length(part);
            } else if (part.startsWith(">")) {
                shortest = length(part);
            } else if (part.startsWith("~")) {
                reach = length(part);
            } else if (part.startsWith("!")) {
                barred.add(term(part.substring(1), numbers));
            } else {
                wanted.add(term(part, numbers));
            }
        }
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the pattern '" + text + "' wants no word at all");
        }
        return new Pattern(wanted, barred, shortest, longest, reach);
    }

    /** Whether it holds only for texts that say these words and nothing else. */
    boolean isWhole() {
        return wanted.getFirst().anchor == Anchor.WHOLE;
    }

    /** Whether one word, wherever it stands, is all that it wants. */
    boolean isWord() {
        return wanted.size() == 1 && wanted.getFirst().anchor == Anchor.ANYWHERE && barred.isEmpty() && shortest == 0
                && longest == Integer.MAX_VALUE;
    }

    boolean holds(Hits hits) {
        if (hits.length() > longest || hits.length() < shortest) {
            return false;
        }
        for (var term : wanted) {
            if (!term.in(hits)) {
                return false;
            }
        }
        for (var term : barred) {
            if (term.in(hits)) {
                return false;
            }
        }
        return reach == Integer.MAX_VALUE || isClose(hits);
    }

    /** Whether all wanted terms stand near one place of the first. */
    private boolean isClose(Hits hits) {
        var first = wanted.getFirst();
        int tried = 0;
        for (int hit = 0; hit < hits.count() && tried < MOST_TRIED; hit++) {
            if (first.holds(hits.keyword(hit))) {
                int from = hits.begin(hit) - reach;
                int to = hits.end(hit) + reach;
                if (wanted.stream().skip(1).allMatch(term -> hits.standsWithin(term, from, to))) {
                    return true;
                }
                tried++;
            }
        }
        return false;
    }

    private static Term term(String part, ToIntFunction<String> numbers) {
        boolean whole = part.startsWith("=");
        boolean start = part.startsWith("^");
        boolean end = part.endsWith("$");
        String words = part.substring(whole || start ? 1 : 0, part.length() - (end ? 1 : 0));
        var keywords = new ArrayList<Integer>();
        for (String word : words.split("\\|", -1)) {
            String plain = COMMA.equals(word) ? COMMA : Plain.of(word);
            if (plain.isEmpty()) {
                throw new IllegalArgumentException("'" + part + "' holds an empty word");
            }
            keywords.add(numbers.applyAsInt(plain));
        }
        return Term.of(keywords, whole ? Anchor.WHOLE : start ? Anchor.START : end ? Anchor.END : Anchor.ANYWHERE);
    }

    private static int length(String part) {
        String digits = part.substring(1);
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + part + "' is no length such as " + part.charAt(0) + "12");
        }
        return Integer.parseInt(digits);
    }

    /** Where which keywords stand in one text; what does not fit is left out, the first ones count. */
    static final class Hits {
        private static final int MOST = 2_048;

        private final long[] present;
        private final int length;
        private int[] found = new int[3 * 16];
        private long[] repeated = new long[1];
        private int size;
        private boolean whole;

        Hits(int keywords, int length) {
            present = new long[(keywords >> 6) + 1];
            this.length = length;
        }

        void add(int begin, int end, int keyword) {
            if (isFull()) {
                return;
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            int hit = count();
            if (hit >> 6 == repeated.length) {
                repeated = Arrays.copyOf(repeated, repeated.length * 2);
            }
            if (has(keyword)) {
                repeated[hit >> 6] |= 1L << hit;
            }
            present[keyword >> 6] |= 1L << keyword;
            whole |= begin == 0 && end == length;
            found[size++] = begin;
            found[size++] = end;
            found[size++] = keyword;
        }

        boolean isFull() {
            return size == 3 * MOST;
        }

        int length() {
            return length;
        }

        /** Whether the same keyword was found before it. */
        boolean isRepeated(int hit) {
            return (repeated[hit >> 6] & 1L << hit) != 0;
        }

        int count() {
            return size / 3;
        }

        int begin(int hit) {
            return found[3 * hit];
        }

        int end(int hit) {
            return found[3 * hit + 1];
        }

        int keyword(int hit) {
            return found[3 * hit + 2];
        }

        boolean hasAny(int[] words, long[] bits) {
            for (int i = 0; i < words.length; i++) {
                if ((bits[i] & present[words[i]]) != 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether some keyword is all that was said. */
        boolean hasWhole() {
            return whole;
        }

        boolean has(int keyword) {
            return (present[keyword >> 6] & 1L << keyword) != 0;
        }

        boolean standsWithin(Term term, int from, int to) {
            for (int i = 0; i < size; i += 3) {
                if (found[i] >= from && found[i + 1] <= to && term.holds(found[i + 2])) {
                    return true;
                }
            }
            return false;
        }

        boolean stands(Term term) {
            for (int i = 0; i < size; i += 3) {
                boolean starts = found[i] == 0;
                boolean ends = found[i + 1] == length;
                boolean fits = switch (term.anchor()) {
                    case ANYWHERE -> true;
                    case START -> starts;
                    case END -> ends;
                    case WHOLE -> starts && ends;
                };
                if (fits && term.holds(found[i + 2])) {
                    return true;
                }
            }
            return false;
        }
    }
}
