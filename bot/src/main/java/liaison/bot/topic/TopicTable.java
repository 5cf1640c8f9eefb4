package liaison.bot.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private static final int SPREAD = 0x9E3779B9;

    private final List<String> topics;
    /** Piece in the upper half, row in the lower; 0 where empty, since no piece is 0. */
    private final long[] rows;
    private final int shift;
    private final short[] weights;
    private final int size;

    private TopicTable(List<String> topics, Map<Integer, short[]> from) {
        this.topics = List.copyOf(topics);
        size = from.size();
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(from.size() * 2 + 1);
        rows = new long[1 << bits];
        shift = Integer.SIZE - bits;
        weights = new short[from.size() * topics.size()];
        int row = 0;
        for (var one : from.entrySet()) {
            int slot = (one.getKey() * SPREAD) >>> shift;
            while (rows[slot] != 0) {
                slot = (slot + 1) & (rows.length - 1);
            }
            rows[slot] = ((long) one.getKey() << Integer.SIZE) | row;
            System.arraycopy(one.getValue(), 0, weights, row * topics.size(), topics.size());
            row++;
        }
    }

    /** Throws {@link IllegalArgumentException} that names the line. */
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
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("line 1: the first line is " + FIRST + " and the topics, between tabs");
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

    public List<String> topics() {
        return topics;
    }

    /**
     * What the weights say.
     *
     * @param topic number of the topic that leads
     * @param margin by how much it leads the next one, divided by the root of the number of pieces that counted, so that
     *        long and short texts compare; 0 where none did
     */
    public record Lead(int topic, int margin) {
        /** Below this nobody could tell: half of such answers are wrong. */
        private static final int LEAST = 1;

        public boolean isKnown() {
            return margin >= LEAST;
        }
    }

    public Lead lead(String text) {
        int[] sums = new int[topics.size()];
        int counted = sum(text, sums);
        int best = 0;
        for (int topic = 1; topic < sums.length; topic++) {
            best = sums[topic] > sums[best] ? topic : best;
        }
        return counted == 0 ? new Lead(0, 0) : new Lead(best, (int) ((sums[best] - next(sums, best)) / Math.sqrt(counted)));
    }

    private static int next(int[] sums, int best) {
        int next = Integer.MIN_VALUE;
        for (int topic = 0; topic < sums.length; topic++) {
            next = topic == best ? next : Math.max(next, sums[topic]);
        }
        return next;
    }

    /** Adds the weights up; how many different pieces counted. */
    private int sum(String text, int[] sums) {
        var seen = new Seen(size);
        TopicGrams.visit(text, (gram, weight, start, end) -> {
            int row = row(gram);
            if (row >= 0 && seen.isNew(row)) {
                for (int topic = 0; topic < sums.length; topic++) {
                    sums[topic] += weight * weights[row * sums.length + topic];
                }
            }
        });
        return seen.count;
    }

    private int row(int gram) {
        int slot = (gram * SPREAD) >>> shift;
        while (rows[slot] != 0) {
            if ((int) (rows[slot] >>> Integer.SIZE) == gram) {
                return (int) rows[slot];
            }
            slot = (slot + 1) & (rows.length - 1);
        }
        return -1;
    }

    /** The pairs of a text that speak most for a topic, the most telling first. */
    public List<String> words(String text, int topic) {
        Map<String, Integer> speaking = new LinkedHashMap<>();
        TopicGrams.visit(text, (gram, weight, start, end) -> {
            int row = row(gram);
            if (row >= 0 && gram >>> Character.SIZE != 0) {
                int weighs = weight * weights[row * topics.size() + topic];
                if (weighs > 0) {
                    speaking.merge(TopicGrams.letters(gram), weighs, Math::max);
                }
            }
        });
        var words = new ArrayList<>(speaking.entrySet());
        words.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return words.stream().limit(WORDS).map(Map.Entry::getKey).toList();
    }

    private static final class Seen {
        private final long[] rows;
        private int count;

        Seen(int most) {
            rows = new long[(most >> 6) + 1];
        }

        boolean isNew(int row) {
            long bit = 1L << row;
            boolean fresh = (rows[row >> 6] & bit) == 0;
            rows[row >> 6] |= bit;
            count += fresh ? 1 : 0;
            return fresh;
        }
    }
}
