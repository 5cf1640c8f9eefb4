package liaison.bot.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import liaison.bot.text.AddressSamples.Sample;

/**
 * Fits the weights of an {@link AddressModel}: a linear-chain conditional random field over begin and go-on arcs, by gradient steps
 * (AdaGrad); then small weights go and the others are fitted once more without them.
 */
final class ChainTraining {
    private static final int LEAN = 40;
    private static final int SEEN = 5;
    private static final int ROUNDS = 8;
    private static final int ROUNDS_AGAIN = 3;
    private static final double RATE = 0.1;
    private static final double DECAY = 0.001;
    private static final double SMALL = 0.18;
    private static final double NEARLY_NONE = 0.02;
    private static final double NO_STEP = 1e-3;
    private static final int SCALE = 100;

    private final int labels = AddressSamples.LABELS.size();
    private final Map<Long, Integer> rows = new HashMap<>();
    private final double[][] weights;
    private final double[][] squares;
    private final double[] follows = new double[labels * labels];
    private final double[] followSquares = new double[labels * labels];
    private final List<Task> tasks = new ArrayList<>();
    private final Random random = new Random(7);
    private boolean fixed;
    private double rate;

    private record Task(int[][] features, int[] line) {
    }

    ChainTraining(List<Sample> samples, AddressNames names) {
        Map<Long, Integer> counts = new HashMap<>();
        samples.forEach(
                sample -> keys(sample, names).forEach(keys -> Arrays.stream(keys).forEach(key -> counts.merge(key, 1, Integer::sum))));
        counts.forEach((key, count) -> {
            if (count >= SEEN) {
                rows.put(key, rows.size());
            }
        });
        weights = new double[rows.size()][2 * labels];
        squares = new double[rows.size()][2 * labels];
        for (var sample : samples) {
            var found = keys(sample, names).stream()
                    .map(keys -> Arrays.stream(keys).filter(rows::containsKey).mapToInt(rows::get).toArray()).toArray(int[][]::new);
            tasks.add(new Task(found, sample.line()));
        }
    }

    private static List<long[]> keys(Sample sample, AddressNames names) {
        var features = new AddressFeatures(sample.text(), 0, sample.text().length(), names);
        var all = new ArrayList<long[]>();
        for (int i = 0; i < features.length(); i++) {
            long[] keys = new long[AddressFeatures.TEMPLATES];
            features.at(i, keys);
            all.add(keys);
        }
        return all;
    }

    /** The lines of the table. */
    List<String> fit() {
        for (int round = 0; round < ROUNDS; round++) {
            round(RATE / (1 + round * 0.15));
        }
        drop(SMALL);
        fixed = true;
        Arrays.stream(squares).forEach(row -> Arrays.fill(row, 0));
        for (int round = 0; round < ROUNDS_AGAIN; round++) {
            round(RATE / (1 + round * 0.5));
        }
        drop(NEARLY_NONE);
        return lines();
    }

    private void round(double step) {
        rate = step;
        Collections.shuffle(tasks, random);
        tasks.forEach(this::learn);
    }

    private void drop(double below) {
        Arrays.stream(weights).forEach(row -> Arrays.setAll(row, i -> Math.abs(row[i]) < below ? 0 : row[i]));
    }

    private void learn(Task task) {
        int length = task.features.length;
        if (length == 0) {
            return;
        }
        double[][] begin = new double[length][labels];
        double[][] goOn = new double[length][labels];
        for (int i = 0; i < length; i++) {
            exponentials(task.features[i], begin[i], goOn[i]);
        }
        double[] next = Arrays.stream(follows).map(Math::exp).toArray();
        double[][] forward = forward(begin, goOn, next);
        double[][] backward = backward(begin, goOn, next);
        double[][] gradient = new double[length][2 * labels];
        double[] followGradient = new double[labels * labels];
        for (int i = 0; i < length; i++) {
            expect(i, begin, goOn, next, forward, backward, gradient[i], followGradient);
            gradient[i][task.line[i]]++;
            if (i > 0 && task.line[i] < labels) {
                followGradient[task.line[i - 1] % labels * labels + task.line[i]]++;
            }
        }
        step(task, gradient, followGradient);
    }

    private void exponentials(int[] features, double[] begin, double[] goOn) {
        double[] sums = new double[2 * labels];
        for (int row : features) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[row][i];
            }
        }
        double most = Arrays.stream(sums).max().orElse(0);
        for (int label = 0; label < labels; label++) {
            begin[label] = Math.exp(sums[label] - most);
            goOn[label] = Math.exp(sums[labels + label] - most);
        }
    }

    private double[][] forward(double[][] begin, double[][] goOn, double[] next) {
        double[][] forward = new double[begin.length][labels];
        for (int i = 0; i < begin.length; i++) {
            for (int label = 0; label < labels; label++) {
                forward[i][label] = i == 0
                        ? begin[0][label]
                        : reach(forward[i - 1], next, label) * begin[i][label] + forward[i - 1][label] * goOn[i][label];
            }
            scale(forward[i]);
        }
        return forward;
    }

    private double reach(double[] before, double[] next, int label) {
        double sum = 0;
        for (int one = 0; one < labels; one++) {
            sum += before[one] * next[one * labels + label];
        }
        return sum;
    }

    private double[][] backward(double[][] begin, double[][] goOn, double[] next) {
        double[][] backward = new double[begin.length][labels];
        Arrays.fill(backward[begin.length - 1], 1);
        for (int i = begin.length - 2; i >= 0; i--) {
            for (int label = 0; label < labels; label++) {
                double sum = goOn[i + 1][label] * backward[i + 1][label];
                for (int one = 0; one < labels; one++) {
                    sum += next[label * labels + one] * begin[i + 1][one] * backward[i + 1][one];
                }
                backward[i][label] = sum;
            }
            scale(backward[i]);
        }
        return backward;
    }

    private static void scale(double[] row) {
        double sum = Arrays.stream(row).sum();
        Arrays.setAll(row, i -> row[i] / sum);
    }

    /** Takes away what the weights expect at a letter. */
    private void expect(int i, double[][] begin, double[][] goOn, double[] next, double[][] forward, double[][] backward, double[] gradient,
            double[] followGradient) {
        double all = 0;
        for (int label = 0; label < labels; label++) {
            double reached = i == 0 ? 1 : reach(forward[i - 1], next, label);
            gradient[label] = -reached * begin[i][label] * backward[i][label];
            gradient[labels + label] = i == 0 ? 0 : -forward[i - 1][label] * goOn[i][label] * backward[i][label];
            all -= gradient[label] + gradient[labels + label];
        }
        for (int label = 0; label < labels; label++) {
            gradient[label] /= all;
            gradient[labels + label] /= all;
            for (int one = 0; i > 0 && one < labels; one++) {
                followGradient[one * labels + label] -= forward[i - 1][one] * next[one * labels + label] * begin[i][label]
                        * backward[i][label] / all;
            }
        }
    }

    private void step(Task task, double[][] gradient, double[] followGradient) {
        for (int i = 0; i < gradient.length; i++) {
            for (int row : task.features[i]) {
                for (int column = 0; column < 2 * labels; column++) {
                    double by = gradient[i][column];
                    if (Math.abs(by) > NO_STEP && !(fixed && weights[row][column] == 0)) {
                        by -= DECAY * weights[row][column];
                        squares[row][column] += by * by;
                        weights[row][column] += rate * by / Math.sqrt(1 + squares[row][column]);
                    }
                }
            }
        }
        for (int i = 0; i < follows.length; i++) {
            followSquares[i] += followGradient[i] * followGradient[i];
            follows[i] += rate * followGradient[i] / Math.sqrt(1 + followSquares[i]);
        }
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("labels\t" + String.join(" ", AddressSamples.LABELS));
        for (int label = 0; label < labels; label++) {
            var line = new StringBuilder("follows\t" + AddressSamples.LABELS.get(label) + "\t");
            for (int next = 0; next < labels; next++) {
                line.append(next == 0 ? "" : " ").append(AddressSamples.LABELS.get(next)).append(':')
                        .append(Math.round(SCALE * follows[label * labels + next]) + lean(next));
            }
            lines.add(line.toString());
        }
        rows.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> line(entry.getKey(), weights[entry.getValue()], lines));
        return lines;
    }

    /** Communities are found too rarely: what is gained in recall by leaning to them is more than what is lost in precision. */
    private static int lean(int next) {
        return AddressSamples.LABELS.get(next).equals("community") ? LEAN : 0;
    }

    private void line(long key, double[] row, List<String> lines) {
        var said = new ArrayList<String>();
        for (int column = 0; column < row.length; column++) {
            long weight = Math.round(SCALE * row[column]);
            if (weight != 0) {
                said.add(AddressSamples.LABELS.get(column % labels) + (column < labels ? "" : "+") + ":" + weight);
            }
        }
        if (!said.isEmpty()) {
            lines.add(AddressFeatures.written(key) + "\t" + String.join(" ", said));
        }
    }
}
