package liaison.bot.issue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The sum of many weights; only what weighs most in it is kept. */
final class Centre {
    private static final int MOST = 128;

    private final Map<Integer, Sum> sums = new HashMap<>();
    private int members;
    private double square;

    /** A pair's weight over all members, and in how many of them it stands. */
    private record Sum(float weight, int members) {
    }

    int members() {
        return members;
    }

    void add(Weights weights) {
        members++;
        for (int i = 0; i < weights.pairs.length; i++) {
            sums.merge(weights.pairs[i], new Sum(weights.values[i], 1),
                    (one, other) -> new Sum(one.weight + other.weight, one.members + other.members));
        }
        if (sums.size() > 2 * MOST) {
            sums.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<Integer, Sum>>comparingDouble(entry -> -entry.getValue().weight)
                            .thenComparing(Map.Entry::getKey))
                    .skip(MOST).map(Map.Entry::getKey).toList().forEach(sums::remove);
        }
        square = sums.values().stream().mapToDouble(sum -> sum.weight * sum.weight).sum();
    }

    double likeness(Weights weights) {
        double dot = 0;
        for (int i = 0; i < weights.pairs.length; i++) {
            var sum = sums.get(weights.pairs[i]);
            dot += sum == null ? 0 : sum.weight * weights.values[i];
        }
        return dot == 0 ? 0 : dot / Math.sqrt(square * weights.square());
    }

    /** The weight of what both have, each pair by the share of members that have it. */
    double shared(Weights weights) {
        double shared = 0;
        for (int i = 0; i < weights.pairs.length; i++) {
            var sum = sums.get(weights.pairs[i]);
            shared += sum == null ? 0 : weights.values[i] * sum.members / members;
        }
        return shared;
    }
}
