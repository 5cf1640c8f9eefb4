package liaison.gateway.cli;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Learns a table of topics: one linear support vector machine a topic against all others, over pieces weighted by how rare
 * they are and by how unevenly they fall on the topic. The numbers are the best of cross-validation; RATIONALE.md of bot has them.
 */
final class TopicTrainer {
    private static final double COST = 0.5;
    private static final double PRECISION = 1e-3;
    private static final int OPENING = 60;
    private static final double UNEVENNESS = 0.5;
    /** A weight of 1 is a tenth. */
    private static final int SCALE = 10;
    /** Pieces that speak for no topic by at least so much are left out. */
    private static final double LEAST = 0.3;

    private final List<TopicExample> examples;
    private final List<String> topics;
    private final TopicPieces pieces;
    private final List<Feature[]> vectors = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    TopicTrainer(List<TopicExample> examples) {
        Linear.disableDebugOutput();
        this.examples = examples;
        topics = List.copyOf(new TreeSet<>(examples.stream().map(TopicExample::label).toList()));
        pieces = new TopicPieces(examples);
        for (var example : examples) {
            add(example.text(), example.label());
            add(example.brief(), example.label());
            add(example.body().substring(0, Math.min(OPENING, example.body().length())), example.label());
        }
    }

    private void add(String text, String label) {
        var vector = pieces.vector(text);
        if (vector.length > 0) {
            vectors.add(vector);
            labels.add(label);
        }
    }

    /** The table as text, the same for the same messages; each topic that is done is told. */
    String table(Runnable trained) {
        double[][] weights = new double[topics.size()][];
        for (int topic = 0; topic < weights.length; topic++) {
            weights[topic] = weights(topics.get(topic));
            trained.run();
        }
        var table = new StringBuilder("piece\t" + String.join("\t", topics) + "\n");
        for (int piece = 0; piece < pieces.size(); piece++) {
            line(table, piece, weights);
        }
        return table.toString();
    }

    private double[] weights(String topic) {
        double[] uneven = unevenness(topic);
        var problem = new Problem();
        problem.n = pieces.size();
        problem.l = vectors.size();
        problem.x = vectors.stream().map(vector -> scaled(vector, uneven)).toArray(Feature[][]::new);
        problem.y = labels.stream().mapToDouble(label -> label.equals(topic) ? 1 : -1).toArray();
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISION);
        long own = labels.stream().filter(topic::equals).count();
        // both sides weigh the same, or the few would not be heard
        parameter.setWeights(new double[]{labels.size() / 2.0 / own, labels.size() / 2.0 / (labels.size() - own)}, new int[]{1, -1});
        parameter.setRandom(new Random(0));
        var model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = model.getFeatureWeights();
        for (int piece = 0; piece < pieces.size(); piece++) {
            weights[piece] *= sign * uneven[piece] * pieces.rarity(piece);
        }
        return weights;
    }

    private static Feature[] scaled(Feature[] vector, double[] by) {
        var scaled = new Feature[vector.length];
        for (int i = 0; i < vector.length; i++) {
            scaled[i] = new de.bwaldvogel.liblinear.FeatureNode(vector[i].getIndex(), vector[i].getValue() * by[vector[i].getIndex() - 1]);
        }
        return scaled;
    }

    /** By how much a piece is likelier in the topic than elsewhere, or less likely; 1 for one that tells e times as much. */
    private double[] unevenness(String topic) {
        int[] own = pieces.holding(examples.stream().filter(example -> example.label().equals(topic)).toList());
        int[] all = pieces.holding(examples);
        double owns = 0;
        double others = 0;
        for (int piece = 0; piece < own.length; piece++) {
            owns += own[piece] + 1.0;
            others += all[piece] - own[piece] + 1.0;
        }
        double[] uneven = new double[own.length];
        for (int piece = 0; piece < own.length; piece++) {
            double ratio = Math.log((own[piece] + 1) / owns / ((all[piece] - own[piece] + 1) / others));
            uneven[piece] = 1 - UNEVENNESS + UNEVENNESS * Math.abs(ratio);
        }
        return uneven;
    }

    /** Weights are told against their mean: what speaks for all topics speaks for none. */
    private void line(StringBuilder table, int piece, double[][] weights) {
        double mean = 0;
        for (double[] topic : weights) {
            mean += topic[piece] / weights.length;
        }
        var line = new StringBuilder(pieces.letters(piece));
        double most = 0;
        for (double[] topic : weights) {
            double weight = topic[piece] - mean;
            most = Math.max(most, Math.abs(weight));
            long rounded = Math.round(weight * SCALE);
            line.append('\t').append(rounded == 0 ? "" : Long.toString(rounded));
        }
        if (most >= LEAST) {
            table.append(line).append('\n');
        }
    }
}
