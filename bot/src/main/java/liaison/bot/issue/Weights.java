package liaison.bot.issue;

import java.util.Arrays;

/** The pairs of characters that say most about a text, in their order, and how much each says. */
final class Weights {
    static final Weights NONE = new Weights(new int[0], new float[0]);

    final int[] pairs;
    final float[] values;

    private Weights(int[] pairs, float[] values) {
        this.pairs = pairs;
        this.values = values;
    }

    /** Collects pairs in their order, and keeps those that weigh most. */
    static final class Collector {
        private final int[] pairs;
        private final float[] values;
        private int size;

        Collector(int room) {
            pairs = new int[room];
            values = new float[room];
        }

        void add(int pair, float value) {
            pairs[size] = pair;
            values[size++] = value;
        }

        Weights heaviest(int most) {
            if (size <= most) {
                return new Weights(Arrays.copyOf(pairs, size), Arrays.copyOf(values, size));
            }
            float[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            float least = sorted[size - most];
            int ties = most;
            for (int i = size - 1; i >= 0 && sorted[i] > least; i--) {
                ties--;
            }
            var kept = new Collector(most);
            for (int i = 0; i < size; i++) {
                if (values[i] > least || (values[i] == least && ties-- > 0)) {
                    kept.add(pairs[i], values[i]);
                }
            }
            return new Weights(kept.pairs, kept.values);
        }
    }

    boolean has(int pair) {
        return Arrays.binarySearch(pairs, pair) >= 0;
    }

    float of(int pair) {
        int at = Arrays.binarySearch(pairs, pair);
        return at < 0 ? 0 : values[at];
    }

    /** The weight here of all pairs that stand in both. */
    float shared(Weights other) {
        float shared = 0;
        for (int i = 0; i < pairs.length; i++) {
            shared += other.has(pairs[i]) ? values[i] : 0;
        }
        return shared;
    }

    /** The cosine of both. */
    double likeness(Weights other) {
        double dot = 0;
        for (int i = 0; i < pairs.length; i++) {
            dot += values[i] * other.of(pairs[i]);
        }
        return dot == 0 ? 0 : dot / Math.sqrt(square() * other.square());
    }

    double square() {
        double square = 0;
        for (float value : values) {
            square += value * value;
        }
        return square;
    }
}
