package liaison.bot.topic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table of (piece, topic, weight): a text's topic is the one with the largest sum over its different pieces. Lines are a
 * piece and one weight a topic between tabs, an empty one is 0; the first names the topics, those with # are remarks.
 */
public final class TopicTable {
    /** A table that tells nothing. */
    public static final TopicTable EMPTY = new TopicTable(List.of(), Map.of());
    private static final String TAB = "\t";
    private static final String FIRST = "piece";
    private static final int MOST_TOPICS = 64;
    private static final int WORDS = 6;
    /** What a point of the words adds to the sums, in a text of so many pieces at most, which say little, and in others. */
    private static final int POINT_OF_FEW = 60;
    private static final int POINT = 30;
    private static final int FEW = 20;
    /** One telling word is as good as many: a letter holds words of everything. */
    private static final int MOST_POINTS = 6;
    private static final int MOST_POINTS_OF_FEW = 9;
    private static final int SPREAD = 0x9E3779B9;

    private final List<String> topics;
    /** The pieces of two letters where their hashes put them; 0 where empty, since no piece is 0. Small, so that it stays in the cache. */
    private final int[] pairs;
    private final int shift;
    /** The rows of the pieces of one letter, by the letter, one added; those of pairs come behind them in the order of their places. */
    private final char[] letters = new char[Character.MAX_VALUE + 1];
    private final int firstPair;
    /** By row and topic. */
    private final short[] weights;
    /** How many rows there are, those of empty places among them. */
    private final int size;
    private final boolean empty;

    private TopicTable(List<String> topics, Map<Integer, short[]> from) {
        this.topics = List.copyOf(topics);
        empty = from.isEmpty();
        var single = from.keySet().stream().filter(gram -> !TopicGrams.isPair(gram)).toList();
        int both = from.size() - single.size();
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(both * 2 + 1);
        pairs = new int[1 << bits];
        shift = Integer.SIZE - bits;
        firstPair = single.size();
        size = firstPair + pairs.length;
        weights = new short[size * topics.size()];
        for (int row = 0; row < firstPair; row++) {
            letters[single.get(row)] = (char) (row + 1);
        }
        for (int gram : from.keySet()) {
            if (TopicGrams.isPair(gram)) {
                pairs[place(gram)] = gram;
            }
        }
        from.forEach((gram, row) -> System.arraycopy(row, 0, weights, row(gram) * topics.size(), topics.size()));
    }

    /** A line that cannot be read. */
    public static final class BadLine extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String reason;

        BadLine(int line, String reason) {
            super("line " + line + ": " + reason);
            this.line = line;
            this.reason = reason;
        }

        public int line() {
            return line;
        }

        public String reason() {
            return reason;
        }
    }

    /** Throws {@link BadLine}. */
    public static TopicTable parse(String text) {
        List<String> topics = List.of();
        Map<Integer, short[]> rows = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(TAB, -1);
            try {
                if (topics.isEmpty()) {
                    topics = topics(fields);
                } else if (rows.put(TopicGrams.gram(fields[0]), weights(fields, topics.size())) != null) {
                    throw new IllegalArgumentException("'" + fields[0] + "' stands there twice");
                }
            } catch (IllegalArgumentException wrong) {
                throw new BadLine(number, String.valueOf(wrong.getMessage()));
            }
        }
        if (topics.isEmpty()) {
            throw new BadLine(1, "the first line is " + FIRST + " and the topics, between tabs");
        }
        return new TopicTable(topics, rows);
    }

    private static List<String> topics(String[] fields) {
        var topics = List.of(fields).subList(1, fields.length);
        if (!fields[0].equals(FIRST) || topics.size() < 2 || topics.size() > MOST_TOPICS
                || topics.stream().distinct().count() < topics.size()
                || topics.contains("")) {
            throw new IllegalArgumentException(
                    "the first line is " + FIRST + " and 2 to " + MOST_TOPICS + " different topics, between tabs");
        }
        return topics;
    }

    private static short[] weights(String[] fields, int topics) {
        if (fields.length != topics + 1) {
            throw new IllegalArgumentException("a piece and " + topics + " weights are wanted, between tabs");
        }
        short[] weights = new short[topics];
        for (int topic = 0; topic < topics; topic++) {
            String field = fields[topic + 1];
            try {
                weights[topic] = field.isEmpty() ? 0 : Short.parseShort(field);
            } catch (NumberFormatException wrong) {
                throw new IllegalArgumentException("'" + field + "' is no weight from -32768 to 32767", wrong);
            }
        }
        return weights;
    }

    /** Whether it holds no piece. */
    public boolean isEmpty() {
        return empty;
    }

    public List<String> topics() {
        return topics;
    }

    /** What the weights say of a text; keeps the pieces that counted, for whoever asks why. */
    public final class Lead {
        /** Below this nobody could tell: half of such answers are wrong. */
        private static final int LEAST = 1;

        private final int[] sums = new int[topics.size()];
        private final long[] seen = new long[(size >> 6) + 1];
        private int[] grams = new int[1 << 9];
        private int[] rows = new int[1 << 9];
        private int counted;
        private int best;

        private Lead(String text, int[] points) {
            TopicGrams.visit(text, this::count);
            boolean areFew = counted <= FEW;
            for (int topic = 0; topic < sums.length; topic++) {
                sums[topic] += areFew
                        ? POINT_OF_FEW * Math.min(points[topic], MOST_POINTS_OF_FEW)
                        : POINT * Math.min(points[topic], MOST_POINTS);
            }
            for (int topic = 1; topic < sums.length; topic++) {
                best = sums[topic] > sums[best] ? topic : best;
            }
        }

        private void count(int gram, int weight, int start, int end) {
            int row = row(gram);
            if (row < 0 || (seen[row >> 6] & 1L << row) != 0) {
                return;
            }
            seen[row >> 6] |= 1L << row;
            if (counted == grams.length) {
                grams = Arrays.copyOf(grams, counted * 2);
                rows = Arrays.copyOf(rows, counted * 2);
            }
            grams[counted] = gram;
            rows[counted++] = weight * size + row;
            int from = row * sums.length;
            for (int topic = 0; topic < sums.length; topic++) {
                sums[topic] += weight * weights[from + topic];
            }
        }

        /** The topic that leads; only for one that is known. */
        public String topic() {
            return topics.get(best);
        }

        /**
         * By how much it leads the next one, divided by the root of the number of pieces that counted, so that long and short
         * texts compare; 0 where none did.
         */
        public int margin() {
            int next = Integer.MIN_VALUE;
            for (int topic = 0; topic < sums.length; topic++) {
                next = topic == best ? next : Math.max(next, sums[topic]);
            }
            return counted == 0 ? 0 : (int) ((sums[best] - next) / Math.sqrt(counted));
        }

        /** Nothing is known by letters alone: there is no pair that anybody could be shown as the reason. */
        public boolean isKnown() {
            return margin() >= LEAST && IntStream.range(0, counted).anyMatch(this::speaks);
        }

        /** Whether a piece is a pair that speaks for the topic. */
        private boolean speaks(int piece) {
            return TopicGrams.isPair(grams[piece]) && weights[rows[piece] % size * sums.length + best] > 0;
        }

        /** The pairs of the text that speak most for the topic, the most telling first. */
        public List<String> words() {
            int[] most = new int[WORDS];
            int[] weighs = new int[WORDS];
            for (int i = 0; i < counted; i++) {
                int weighed = rows[i] / size * weights[rows[i] % size * sums.length + best];
                if (TopicGrams.isPair(grams[i]) && weighed > weighs[WORDS - 1]) {
                    insert(most, weighs, grams[i], weighed);
                }
            }
            return Arrays.stream(most).filter(gram -> gram != 0).mapToObj(TopicGrams::letters).toList();
        }

        private static void insert(int[] most, int[] weighs, int gram, int weighed) {
            int at = WORDS - 1;
            while (at > 0 && weighs[at - 1] < weighed) {
                weighs[at] = weighs[at - 1];
                most[at] = most[at - 1];
                at--;
            }
            weighs[at] = weighed;
            most[at] = gram;
        }
    }

    public Lead lead(String text) {
        return lead(text, new int[topics.size()]);
    }

    /**
     * What the weights say of a text, and whole words a little.
     *
     * @param points what the words say, by topic
     */
    public Lead lead(String text, int[] points) {
        return new Lead(text, points);
    }

    private int row(int gram) {
        if (!TopicGrams.isPair(gram)) {
            return letters[gram] - 1;
        }
        int place = place(gram);
        return pairs[place] == 0 ? -1 : firstPair + place;
    }

    /** Where a pair stands, or would. */
    private int place(int gram) {
        int place = (gram * SPREAD) >>> shift;
        while (pairs[place] != 0 && pairs[place] != gram) {
            place = (place + 1) & (pairs.length - 1);
        }
        return place;
    }
}
