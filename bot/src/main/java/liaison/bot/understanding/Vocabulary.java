package liaison.bot.understanding;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.text.PlainText;
import liaison.bot.text.SoundIndex;
import liaison.bot.topic.TopicTable;
import liaison.bot.understanding.Pattern.Hits;

/** Every keyword of a book in one automaton, and what hearing them means. */
public final class Vocabulary {
    private static final String LIST = "@";
    private static final int RAREST = 9;
    private static final int FREQUENT = 1 << RAREST;
    private static final int LESS_A_LETTER = 3;

    private final AhoCorasickDoubleArrayTrie<Integer> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final int keywords;
    private final List<String> signals;
    private final Map<String, Integer> signalNumbers;
    /** Those that tell nothing by themselves, and that no weight knows. */
    private final Set<String> answers;
    /** By keyword: the signals that are heard wherever it is. */
    private final int[][] certain;
    /** By keyword: the other signals whose pattern wants it, and is looked at where it is heard. */
    private final Sign[][] signs;
    /** Signals that mean something by themselves; lists and lengths are only parts of what others mean. */
    private final long[] telling;
    private final Topics topics;
    private final SoundIndex sounds;

    private Vocabulary(Builder from) {
        automaton.build(new TreeMap<>(from.numbers));
        keywords = from.numbers.size();
        signals = List.copyOf(from.signals.keySet());
        signalNumbers = IntStream.range(0, signals.size()).boxed().collect(Collectors.toUnmodifiableMap(signals::get, i -> i));
        answers = Set.copyOf(from.answers);
        var byKeyword = Stream.generate(ArrayList<Sign>::new).limit(keywords).toList();
        var surely = Stream.generate(BitSet::new).limit(keywords).toList();
        int[] frequencies = frequencies(from.numbers);
        int signal = 0;
        for (var patterns : from.signals.values()) {
            for (var pattern : patterns) {
                var sign = new Sign(signal, pattern.isWhole(), pattern);
                var term = rarest(pattern, frequencies);
                term.keywords().forEach(pattern.isWord()
                        ? keyword -> surely.get(keyword).set(sign.signal)
                        : keyword -> byKeyword.get(keyword).add(sign));
            }
            signal++;
        }
        certain = surely.stream().map(all -> all.stream().toArray()).toArray(int[][]::new);
        signs = byKeyword.stream().map(all -> all.toArray(Sign[]::new)).toArray(Sign[][]::new);
        telling = new long[(signals.size() >> 6) + 1];
        for (int i = 0; i < signals.size(); i++) {
            boolean tells = !signals.get(i).startsWith(LIST) && !signals.get(i).equals(Intents.TOLD) && !answers.contains(signals.get(i));
            telling[i >> 6] |= tells ? 1L << i : 0;
        }
        topics = new Topics(from.table, from.subtopics.build(keywords), from.other);
        from.words.removeAll(from.unsound);
        sounds = new SoundIndex(from.words);
    }

    private record Sign(int signal, boolean isWhole, Pattern pattern) {
    }

    /** How often words are heard, guessed by their length: a letter more makes it rarer by much. */
    private static int[] frequencies(Map<String, Integer> numbers) {
        int[] frequencies = new int[numbers.size()];
        numbers.forEach((word, keyword) -> frequencies[keyword] = FREQUENT >> Math.min(RAREST, LESS_A_LETTER * (word.length() - 1)));
        return frequencies;
    }

    /** Where this term of a pattern is not heard, the pattern need not be looked at. */
    private static Pattern.Term rarest(Pattern pattern, int[] frequencies) {
        return pattern.isWhole()
                ? pattern.wanted().getFirst()
                : Collections.min(pattern.wanted(),
                        Comparator.comparingInt(term -> term.keywords().stream().mapToInt(keyword -> frequencies[keyword]).sum()));
    }

    public Heard hear(String text) {
        var letters = PlainText.of(text.strip());
        String plain = letters.toString();
        var heard = hear(text, letters, plain);
        return heard.isUnderstood() || heard.isExact() ? heard : bySound(heard, text, letters, plain);
    }

    /** What nobody understands may be words that voice recognition wrote with other letters. */
    private Heard bySound(Heard heard, String text, PlainText letters, String plain) {
        String sounding = sounds.heard(plain);
        if (sounding.equals(plain)) {
            return heard;
        }
        var anew = hear(text, letters, sounding);
        return anew.isUnderstood() ? anew : heard;
    }

    private Heard hear(String text, PlainText letters, String plain) {
        var hits = new Hits(keywords, plain.length());
        AhoCorasickDoubleArrayTrie.IHit<Integer> note = hits::add;
        automaton.parseText(plain, note);
        long[] heard = new long[(signals.size() >> 6) + 1];
        long[] exact = new long[heard.length];
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.isRepeated(hit)) {
                continue;
            }
            int keyword = hits.keyword(hit);
            for (int signal : certain[keyword]) {
                heard[signal >> 6] |= 1L << signal;
            }
            for (var sign : signs[keyword]) {
                int signal = sign.signal;
                boolean news = sign.isWhole || (heard[signal >> 6] & 1L << signal) == 0;
                if (news && sign.pattern.holds(hits)) {
                    heard[signal >> 6] |= 1L << signal;
                    exact[signal >> 6] |= sign.isWhole ? 1L << signal : 0;
                }
            }
        }
        return new Heard(text, letters, plain, hits, heard, exact, telling, topics);
    }

    /** How many keywords a text holds. */
    public int keywords(String text) {
        String plain = Plain.of(text);
        var hits = new Hits(keywords, plain.length());
        AhoCorasickDoubleArrayTrie.IHit<Integer> note = hits::add;
        automaton.parseText(plain, note);
        return hits.count();
    }

    /** Bits of the keywords without which none of some signals is heard. */
    long[] keywordsOf(long[] mask) {
        var found = new BitSet();
        var wanted = BitSet.valueOf(mask);
        for (int keyword = 0; keyword < keywords; keyword++) {
            if (Arrays.stream(certain[keyword]).anyMatch(wanted::get)
                    || Arrays.stream(signs[keyword]).anyMatch(sign -> wanted.get(sign.signal))) {
                found.set(keyword);
            }
        }
        return found.toLongArray();
    }

    /** The number of a signal, or -1. */
    public int signal(String name) {
        return signalNumbers.getOrDefault(name, -1);
    }

    public List<String> topics() {
        return topics.names();
    }

    public List<String> signals() {
        return signals;
    }

    /** Whether it means something only while something is asked. */
    public boolean isAnswer(String signal) {
        return answers.contains(signal);
    }

    /** Takes all words of a book in, then compiles them. */
    public static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<String> words = new LinkedHashSet<>();
        private final Set<String> unsound = new HashSet<>();
        private final Map<String, List<Pattern>> signals = new LinkedHashMap<>();
        private final Set<String> answers = new HashSet<>();
        private final Subtopics.Builder subtopics = new Subtopics.Builder(this::number);
        private TopicTable table = TopicTable.EMPTY;
        private String other = "";

        /** Makes a signal one that is only heard while something is asked: no weight knows it. */
        public void answer(String signal) {
            answers.add(signal);
        }

        public boolean isAnswer(String signal) {
            return answers.contains(signal);
        }

        /** The table that tells topics. */
        public void topics(TopicTable told) {
            table = told;
        }

        /** Refuses a topic that neither the table tells nor is called anything else. */
        public void subtopicsOf(String topic) {
            if (!table.topics().contains(topic) && !topic.equals(other)) {
                throw new IllegalArgumentException(
                        "there is no topic '" + topic + "' in the table of topics; it has " + String.join(", ", table.topics()));
            }
        }

        /** A word of a topic below one of the table's. */
        public void topicWord(String topic, String subtopic, String word, int weight) {
            subtopics.add(new Subtopics.Name(topic, subtopic), word, weight);
        }

        /** What anything else is called, and what the words of a subtopic must weigh. */
        public void otherTopic(String name, int leastWeight) {
            other = name;
            subtopics.least(leastWeight);
        }

        /** Adds the patterns of a signal; {@code bySound} lets its words be known by their sound as well, which no false alarm is worth. */
        public void signal(String name, List<String> patterns, boolean bySound) {
            signals.put(name, patterns.stream().map(pattern -> Pattern.parse(pattern, word -> {
                (bySound ? words : unsound).add(word);
                return number(word);
            })).toList());
        }

        private int number(String plain) {
            return numbers.computeIfAbsent(plain, word -> numbers.size());
        }

        public Vocabulary build() {
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("a book without words understands nothing");
            }
            return new Vocabulary(this);
        }
    }
}
