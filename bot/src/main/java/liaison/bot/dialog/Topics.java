package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import liaison.bot.dialog.Pattern.Hits;

/** What a text is about, by weighted words; silent where two topics are too close to tell. */
final class Topics {
    private static final short NONE = -1;

    private final List<String> names;
    private final String other;
    private final int leastMargin;
    private final short[] topicOf;
    private final int[] weightOf;

    private Topics(Builder from, int keywords) {
        names = List.copyOf(from.words.keySet());
        other = from.other;
        leastMargin = from.leastMargin;
        topicOf = new short[keywords];
        weightOf = new int[keywords];
        Arrays.fill(topicOf, NONE);
        short topic = 0;
        for (var words : from.words.values()) {
            for (var word : words.entrySet()) {
                topicOf[word.getKey()] = topic;
                weightOf[word.getKey()] = word.getValue();
            }
            topic++;
        }
    }

    /**
     * A topic with the words that decided.
     *
     * @param known false for what belongs to no topic of the book
     * @param margin by how much it leads the next one
     */
    record Guess(String topic, boolean known, List<String> words, int margin) {
        Guess {
            words = List.copyOf(words);
        }
    }

    Guess of(String plain, Hits hits) {
        int[] sums = new int[names.size()];
        long seen = 0;
        for (int hit = 0; hit < hits.count(); hit++) {
            int topic = topicOf[hits.keyword(hit)];
            if (topic != NONE && !isInside(hits, hit, topic)) {
                sums[topic] += weightOf[hits.keyword(hit)];
                seen |= 1L << topic;
            }
        }
        if (seen == 0) {
            return new Guess(other, false, List.of(), 0);
        }
        int best = 0;
        int next = 0;
        int leader = 0;
        for (int topic = 0; topic < sums.length; topic++) {
            if (sums[topic] > best) {
                next = best;
                best = sums[topic];
                leader = topic;
            } else {
                next = Math.max(next, sums[topic]);
            }
        }
        boolean known = best - next >= leastMargin;
        return new Guess(known ? names.get(leader) : other, known, words(plain, hits, leader), best - next);
    }

    /** A word that ends a longer one of the same topic says nothing more, one that begins it does; hits come in the order of their ends. */
    private boolean isInside(Hits hits, int hit, int topic) {
        for (int later = hit - 1; later >= 0 && hits.end(later) == hits.end(hit); later--) {
            if (topicOf[hits.keyword(later)] == topic && hits.begin(later) <= hits.begin(hit)) {
                return true;
            }
        }
        return false;
    }

    private List<String> words(String plain, Hits hits, int leader) {
        var words = new ArrayList<String>();
        for (int hit = 0; hit < hits.count(); hit++) {
            if (topicOf[hits.keyword(hit)] == leader && !isInside(hits, hit, leader)) {
                String word = plain.substring(hits.begin(hit), hits.end(hit));
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** Collects the words of each topic. */
    static final class Builder {
        private static final int MOST = Long.SIZE;

        private final Map<String, Map<Integer, Integer>> words = new LinkedHashMap<>();
        private final ToIntFunction<String> numbers;
        private String other = "";
        private int leastMargin = 1;

        Builder(ToIntFunction<String> numbers) {
            this.numbers = numbers;
        }

        void other(String name, int margin) {
            other = name;
            leastMargin = margin;
        }

        void add(String topic, String word, int weight) {
            String plain = Plain.of(word);
            if (plain.isEmpty()) {
                throw new IllegalArgumentException("a topic's word is empty");
            }
            int number = numbers.applyAsInt(plain);
            for (var known : words.entrySet()) {
                if (known.getValue().containsKey(number) && !known.getKey().equals(topic)) {
                    throw new IllegalArgumentException("'" + word + "' already stands under " + known.getKey());
                }
            }
            words.computeIfAbsent(topic, name -> new LinkedHashMap<>()).merge(number, weight, Math::max);
            if (words.size() > MOST) {
                throw new IllegalArgumentException("more topics than " + MOST);
            }
        }

        Topics build(int keywords) {
            return new Topics(this, keywords);
        }
    }
}
