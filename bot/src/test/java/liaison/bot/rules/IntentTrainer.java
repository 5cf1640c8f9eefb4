package liaison.bot.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns how much a sign speaks for an intent: one linear support vector machine for each intent against all others, by dual
 * coordinate descent (Hsieh et al. 2008, L2 loss), then rounded to small whole numbers. The same lines always give the same weights.
 */
final class IntentTrainer {
    private static final double COST = 0.05;
    /** A signal is one of many that say the same, so that it counts less than a pair of letters. */
    private static final double SIGNAL = 0.5;
    private static final int ROUNDS = 40;
    private static final int FEWEST_LINES = 2;
    private static final int LARGEST = 99;
    private static final int SMALLEST = 3;

    private final List<String> signs = new ArrayList<>();
    private final List<String> intents = new ArrayList<>();
    private final List<int[]> lines = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** By sign: how much one counts. */
    private final double[] values;
    /** By line: the sum of what its signs count, squared. */
    private final double[] squares;

    /** One line to learn from. */
    record Line(String intent, Set<String> signs) {
    }

    /** Weights by intent and sign. */
    static Map<String, Map<String, Integer>> learn(List<Line> from) {
        return new IntentTrainer(from).learn();
    }

    private IntentTrainer(List<Line> all) {
        var from = all.stream().filter(line -> !line.signs.contains("#twice")).toList();
        var counts = new TreeMap<String, Integer>();
        from.forEach(line -> line.signs.forEach(sign -> counts.merge(sign, 1, Integer::sum)));
        counts.forEach((sign, count) -> {
            if (count >= FEWEST_LINES) {
                numbers.put(sign, signs.size());
                signs.add(sign);
            }
        });
        for (var line : from) {
            intents.add(line.intent);
            lines.add(new TreeSet<>(line.signs).stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray());
        }
        values = signs.stream().mapToDouble(sign -> sign.startsWith("#") ? SIGNAL : 1).toArray();
        squares = lines.stream().mapToDouble(line -> square(line, values)).toArray();
    }

    private static double square(int[] line, double[] values) {
        double square = 1 / (2 * COST);
        for (int sign : line) {
            square += values[sign] * values[sign];
        }
        return square;
    }

    private Map<String, Map<String, Integer>> learn() {
        var learnt = new TreeMap<String, double[]>();
        double largest = 0;
        for (String intent : new TreeSet<>(intents)) {
            double[] weights = machine(intent);
            learnt.put(intent, weights);
            for (int sign = 0; sign < weights.length; sign++) {
                largest = Math.max(largest, Math.abs(weights[sign] * values[sign]));
            }
        }
        var rounded = new TreeMap<String, Map<String, Integer>>();
        for (var one : learnt.entrySet()) {
            rounded.put(one.getKey(), rounded(one.getValue(), LARGEST / largest));
        }
        return rounded;
    }

    private Map<String, Integer> rounded(double[] weights, double scale) {
        var rounded = new TreeMap<String, Integer>();
        for (int sign = 0; sign < weights.length; sign++) {
            int weight = (int) Math.rint(weights[sign] * values[sign] * scale);
            if (Math.abs(weight) >= SMALLEST) {
                rounded.put(signs.get(sign), weight);
            }
        }
        return rounded;
    }

    private double[] machine(String intent) {
        double[] weights = new double[signs.size()];
        double[] alphas = new double[lines.size()];
        double diagonal = 1 / (2 * COST);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
        }
        var random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(i, intents.get(i).equals(intent) ? 1 : -1, weights, alphas, diagonal);
            }
        }
        return weights;
    }

    private void step(int i, int side, double[] weights, double[] alphas, double diagonal) {
        double sum = 0;
        for (int sign : lines.get(i)) {
            sum += weights[sign] * values[sign];
        }
        double gradient = side * sum - 1 + diagonal * alphas[i];
        double alpha = Math.max(0, alphas[i] - gradient / squares[i]);
        double change = (alpha - alphas[i]) * side;
        alphas[i] = alpha;
        for (int sign : lines.get(i)) {
            weights[sign] += change * values[sign];
        }
    }
}
