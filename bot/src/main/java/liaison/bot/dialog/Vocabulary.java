package liaison.bot.dialog;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liaison.bot.dialog.Pattern.Hits;

/** Every keyword of a book in one automaton, and what hearing them means. */
final class Vocabulary {
    private final AhoCorasickDoubleArrayTrie<Integer> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final int keywords;
    private final List<String> signals;
    /** By keyword: the signals whose pattern wants it first. */
    private final List<List<Sign>> signs;
    private final Topics topics;

    private Vocabulary(Builder from) {
        automaton.build(new TreeMap<>(from.numbers));
        keywords = from.numbers.size();
        signals = List.copyOf(from.signals.keySet());
        var byKeyword = new ArrayList<List<Sign>>(Collections.nCopies(keywords, List.of()));
        int signal = 0;
        for (var patterns : from.signals.values()) {
            for (var pattern : patterns) {
                for (int keyword : pattern.wanted().getFirst().keywords()) {
                    var more = new ArrayList<>(byKeyword.get(keyword));
                    more.add(new Sign(signal, pattern));
                    byKeyword.set(keyword, List.copyOf(more));
                }
            }
            signal++;
        }
        signs = List.copyOf(byKeyword);
        topics = from.topics.build(keywords);
    }

    private record Sign(int signal, Pattern pattern) {
    }

    Heard hear(String text) {
        String plain = Plain.of(text);
        var hits = new Hits(keywords, plain.length());
        AhoCorasickDoubleArrayTrie.IHit<Integer> note = hits::add;
        automaton.parseText(plain, note);
        long[] heard = new long[(signals.size() >> 6) + 1];
        long[] exact = new long[heard.length];
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.isRepeated(hit)) {
                continue;
            }
            for (var sign : signs.get(hits.keyword(hit))) {
                int signal = sign.signal;
                boolean news = sign.pattern.isWhole() || (heard[signal >> 6] & 1L << signal) == 0;
                if (news && sign.pattern.holds(hits)) {
                    heard[signal >> 6] |= 1L << signal;
                    exact[signal >> 6] |= sign.pattern.isWhole() ? 1L << signal : 0;
                }
            }
        }
        return new Heard(text, plain, hits, heard, exact, topics);
    }

    /** The number of a signal, or -1. */
    int signal(String name) {
        return signals.indexOf(name);
    }

    List<String> signals() {
        return signals;
    }

    /** Takes all words of a book in, then compiles them. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, List<Pattern>> signals = new LinkedHashMap<>();
        final Topics.Builder topics = new Topics.Builder(this::number);

        void signal(String name, List<String> patterns) {
            signals.put(name, patterns.stream().map(pattern -> Pattern.parse(pattern, this::number)).toList());
        }

        private int number(String plain) {
            return numbers.computeIfAbsent(plain, word -> numbers.size());
        }

        Vocabulary build() {
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("a book without words understands nothing");
            }
            return new Vocabulary(this);
        }
    }
}
