package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import liaison.bot.text.Span;
import liaison.bot.understanding.Pattern.Hits;

/** What within a topic a text is about, by the weighted words of the rule files. */
public final class Subtopics {
    private static final short NONE = -1;

    private final List<Name> names;
    private final int least;
    private final short[] subtopicOf;
    private final int[] weightOf;

    private Subtopics(Builder from, int keywords) {
        names = List.copyOf(from.words.keySet());
        least = from.least;
        subtopicOf = new short[keywords];
        weightOf = new int[keywords];
        Arrays.fill(subtopicOf, NONE);
        short subtopic = 0;
        for (var words : from.words.values()) {
            for (var word : words.entrySet()) {
                subtopicOf[word.getKey()] = subtopic;
                weightOf[word.getKey()] = word.getValue();
            }
            subtopic++;
        }
    }

    /** A subtopic and the topic it belongs to. */
    record Name(String topic, String subtopic) {
    }

    /** A word, labelled with itself, where it stands, and the number of what it belongs to. */
    private record Word(Span span, int subtopic, int weight) {
        String letters() {
            return span.label();
        }
    }

    /** The topic of each subtopic. */
    List<String> topics() {
        return names.stream().map(Name::topic).toList();
    }

    /** What the words of a text weigh. */
    public final class Weighed {
        private final int[] sums = new int[names.size()];
        private final List<Word> words = new ArrayList<>();

        private Weighed(String plain, Hits hits) {
            for (int hit = 0; hit < hits.count(); hit++) {
                int subtopic = subtopicOf[hits.keyword(hit)];
                if (subtopic != NONE && !isInside(hits, hit)) {
                    var span = new Span(plain.substring(hits.begin(hit), hits.end(hit)), hits.begin(hit), hits.end(hit));
                    add(new Word(span, subtopic, weightOf[hits.keyword(hit)]));
                }
            }
        }

        private Weighed(List<Word> words) {
            words.forEach(this::add);
        }

        private void add(Word word) {
            sums[word.subtopic] += word.weight;
            words.add(word);
        }

        /** What the words weigh that stand elsewhere. */
        Weighed except(Predicate<Span> where) {
            return new Weighed(words.stream().filter(word -> !where.test(word.span)).toList());
        }

        /** What the words weigh by topic, subtopics together. */
        int[] points(int[] topicOf, int topics) {
            int[] points = new int[topics];
            for (int i = 0; i < sums.length; i++) {
                if (topicOf[i] >= 0) {
                    points[topicOf[i]] += sums[i];
                }
            }
            return points;
        }

        /** Words that belong to a subtopic, as they come. */
        public List<String> words() {
            return words.stream().map(Word::letters).distinct().toList();
        }

        /** The same words, each labelled with itself, where they stand in the plain text. */
        List<Span> spans() {
            return words.stream().map(Word::span).toList();
        }

        /** Those of one topic, as they come. */
        public List<String> words(String topic) {
            return words.stream().filter(word -> names.get(word.subtopic).topic.equals(topic)).map(Word::letters).distinct().toList();
        }

        /** Whether the words alone say that there is a matter. */
        public boolean tells() {
            return Arrays.stream(sums).max().orElse(0) >= least;
        }

        /** The topic whose subtopics weigh most, empty where no word was heard. */
        String topic() {
            var byTopic = new LinkedHashMap<String, Integer>();
            for (int i = 0; i < sums.length; i++) {
                byTopic.merge(names.get(i).topic, sums[i], Integer::sum);
            }
            return byTopic.entrySet().stream().filter(one -> one.getValue() >= least).max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey).orElse("");
        }

        /** The subtopic of a topic that weighs most, empty where none of its words was heard. */
        String of(String topic) {
            int best = NONE;
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] >= least && names.get(i).topic.equals(topic) && (best == NONE || sums[i] > sums[best])) {
                    best = i;
                }
            }
            return best == NONE ? "" : names.get(best).subtopic;
        }
    }

    Weighed weigh(String plain, Hits hits) {
        return new Weighed(plain, hits);
    }

    /** A word that ends a longer one of the same subtopic says nothing more; hits come in the order of their ends. */
    private boolean isInside(Hits hits, int hit) {
        int subtopic = subtopicOf[hits.keyword(hit)];
        for (int later = hit - 1; later >= 0 && hits.end(later) == hits.end(hit); later--) {
            if (subtopicOf[hits.keyword(later)] == subtopic && hits.begin(later) <= hits.begin(hit)) {
                return true;
            }
        }
        return false;
    }

    /** Collects the words of each subtopic. */
    public static final class Builder {
        private final Map<Name, Map<Integer, Integer>> words = new LinkedHashMap<>();
        private final ToIntFunction<String> numbers;
        private int least = 1;

        Builder(ToIntFunction<String> numbers) {
            this.numbers = numbers;
        }

        public void least(int weight) {
            least = weight;
        }

        public void add(Name name, String word, int weight) {
            String plain = Plain.of(word);
            if (plain.isEmpty()) {
                throw new IllegalArgumentException("a topic's word is empty");
            }
            int number = numbers.applyAsInt(plain);
            for (var known : words.entrySet()) {
                if (known.getValue().containsKey(number) && !known.getKey().equals(name)) {
                    throw new IllegalArgumentException("'" + word + "' already stands under " + known.getKey().subtopic);
                }
            }
            words.computeIfAbsent(name, first -> new LinkedHashMap<>()).merge(number, weight, Math::max);
        }

        Subtopics build(int keywords) {
            return new Subtopics(this, keywords);
        }
    }
}
