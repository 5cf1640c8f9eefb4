package liaison.bot.text;

import java.util.Arrays;

/** The line of labels with the highest sum of weights: each letter begins a label or goes on with the one before. */
final class BestLabels {
    private final AddressModel model;
    private final int labels;

    BestLabels(AddressModel model) {
        this.model = model;
        labels = model.labels().size();
    }

    /**
     * The labels of all letters.
     *
     * @return for each letter its label where it begins one, and the label behind all of them where it goes on
     */
    int[] of(AddressFeatures seen) {
        int length = seen.length();
        int[][] best = new int[length][];
        int[][] scores = new int[length][];
        long[] keys = new long[AddressFeatures.TEMPLATES];
        for (int i = 0; i < length; i++) {
            seen.at(i, keys);
            scores[i] = model.scores(keys);
            best[i] = i == 0 ? Arrays.copyOf(scores[0], labels) : step(best[i - 1], scores[i]);
        }
        return backwards(best, scores);
    }

    private int[] step(int[] before, int[] scores) {
        int[] best = new int[labels];
        Arrays.fill(best, Integer.MIN_VALUE);
        int likeliest = highest(before);
        int[] lead = model.leads(likeliest);
        for (int label = 0; label < labels; label++) {
            int sum = before[label];
            if (before[likeliest] - sum <= lead[label]) {
                int[] follows = model.follows(label);
                for (int next = 0; next < labels; next++) {
                    best[next] = Math.max(best[next], sum + follows[next]);
                }
            }
        }
        for (int label = 0; label < labels; label++) {
            best[label] = Math.max(best[label] + scores[label], before[label] + scores[labels + label]);
        }
        return best;
    }

    private int[] backwards(int[][] best, int[][] scores) {
        int[] line = new int[best.length];
        int label = best.length == 0 ? 0 : highest(best[best.length - 1]);
        for (int i = best.length - 1; i >= 0; i--) {
            boolean goesOn = i > 0 && best[i][label] == best[i - 1][label] + scores[i][labels + label];
            line[i] = goesOn ? labels + label : label;
            label = goesOn || i == 0 ? label : from(best[i - 1], label);
        }
        return line;
    }

    private int from(int[] before, int label) {
        int[] sums = new int[labels];
        for (int one = 0; one < labels; one++) {
            sums[one] = before[one] + model.follows(one)[label];
        }
        return highest(sums);
    }

    private static int highest(int[] sums) {
        int highest = 0;
        for (int i = 1; i < sums.length; i++) {
            highest = sums[i] > sums[highest] ? i : highest;
        }
        return highest;
    }
}
