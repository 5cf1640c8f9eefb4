package liaison.bot.dialog;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import liaison.bot.dialog.Pattern.Hits;

/** Since when something is so, in the resident's own words: a word such as 昨天, or a number before a unit such as 个月. */
final class SinceWords {
    private final BitSet words;
    private final BitSet units;
    private final BitSet before;
    private final String numerals;

    private SinceWords(Builder from) {
        words = (BitSet) from.words.clone();
        units = (BitSet) from.units.clone();
        before = (BitSet) from.before.clone();
        numerals = from.numerals;
    }

    /** The first such words of a plain text, the longest at their place; empty for none. */
    String in(String plain, Hits hits) {
        int best = -1;
        int begin = plain.length();
        for (int hit = 0; hit < hits.count(); hit++) {
            int start = start(plain, hits, hit);
            if (start < begin || (start == begin && best >= 0 && hits.end(hit) > hits.end(best))) {
                begin = start;
                best = hit;
            }
        }
        return best < 0 ? "" : plain.substring(lead(hits, begin), end(hits, hits.end(best)));
    }

    /** Where the words begin that this hit ends, or the text's end. */
    private int start(String plain, Hits hits, int hit) {
        if (words.get(hits.keyword(hit))) {
            return hits.begin(hit);
        }
        int start = hits.begin(hit);
        if (!units.get(hits.keyword(hit))) {
            return plain.length();
        }
        while (start > 0 && numerals.indexOf(plain.charAt(start - 1)) >= 0) {
            start--;
        }
        return start == hits.begin(hit) ? plain.length() : start;
    }

    /** A word such as 快 or 已经 right before belongs to it. */
    private int lead(Hits hits, int begin) {
        int lead = begin;
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.end(hit) == begin && before.get(hits.keyword(hit))) {
                lead = Math.min(lead, hits.begin(hit));
            }
        }
        return lead;
    }

    /** A further word right behind, as in 昨天晚上, belongs to it. */
    private int end(Hits hits, int end) {
        int last = end;
        for (int hit = 0; hit < hits.count(); hit++) {
            if (words.get(hits.keyword(hit)) && hits.begin(hit) == last) {
                last = hits.end(hit);
            }
        }
        return last;
    }

    /** Collects the words. */
    static final class Builder {
        private final BitSet words = new BitSet();
        private final BitSet units = new BitSet();
        private final BitSet before = new BitSet();
        private final ToIntFunction<String> numbers;
        private String numerals = "";

        Builder(ToIntFunction<String> numbers) {
            this.numbers = numbers;
        }

        void add(List<String> points, List<String> spans, List<String> leads, String digits) {
            points.forEach(word -> words.set(numbers.applyAsInt(Plain.of(word))));
            spans.forEach(word -> units.set(numbers.applyAsInt(Plain.of(word))));
            leads.forEach(word -> before.set(numbers.applyAsInt(Plain.of(word))));
            numerals = digits;
        }

        SinceWords build(int keywords) {
            if (words.length() > keywords) {
                throw new IllegalStateException("words were added after the book was closed");
            }
            return new SinceWords(this);
        }
    }
}
