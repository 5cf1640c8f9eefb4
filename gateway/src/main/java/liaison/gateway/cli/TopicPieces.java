package liaison.gateway.cli;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import liaison.bot.topic.TopicGrams;

/** The pieces that a set of messages is learned by, and the messages as vectors of them, of length 1. */
final class TopicPieces {
    /** What fewer groups of messages hold is learned by heart, not understood; names of people are among it. */
    private static final int LEAST_GROUPS = 2;

    private static final PersonNames NAMES = PersonNames.shipped();

    private final Map<Integer, Integer> numbers = new TreeMap<>();
    private final int[] pieces;
    private final double[] rarity;

    TopicPieces(List<TopicExample> examples) {
        var messages = new HashMap<Integer, Integer>();
        var groups = new HashMap<Integer, Set<String>>();
        for (var example : examples) {
            String group = example.group().isEmpty() ? example.id() : example.group();
            weights(example.text()).keySet().forEach(gram -> {
                messages.merge(gram, 1, Integer::sum);
                groups.computeIfAbsent(gram, first -> new HashSet<>()).add(group);
            });
        }
        groups.entrySet().removeIf(one -> one.getValue().size() < LEAST_GROUPS || NAMES.couldBe(TopicGrams.letters(one.getKey())));
        pieces = groups.keySet().stream().sorted(Integer::compareUnsigned).mapToInt(gram -> gram).toArray();
        rarity = new double[pieces.length];
        for (int piece = 0; piece < pieces.length; piece++) {
            numbers.put(pieces[piece], piece);
            rarity[piece] = Math.log((double) examples.size() / messages.getOrDefault(pieces[piece], 1));
        }
    }

    int size() {
        return pieces.length;
    }

    String letters(int piece) {
        return TopicGrams.letters(pieces[piece]);
    }

    double rarity(int piece) {
        return rarity[piece];
    }

    /** How many of the messages hold each piece. */
    int[] holding(List<TopicExample> examples) {
        int[] holding = new int[pieces.length];
        examples.forEach(example -> weights(example.text()).keySet().forEach(gram -> {
            Integer piece = numbers.get(gram);
            if (piece != null) {
                holding[piece]++;
            }
        }));
        return holding;
    }

    /** Numbered from 1, as the learner wants them. */
    Feature[] vector(String text) {
        var values = new TreeMap<Integer, Double>();
        weights(text).forEach((gram, weight) -> {
            Integer piece = numbers.get(gram);
            if (piece != null) {
                values.put(piece, weight * rarity[piece]);
            }
        });
        double length = Math.sqrt(values.values().stream().mapToDouble(value -> value * value).sum());
        return values.entrySet().stream().map(value -> new FeatureNode(value.getKey() + 1, value.getValue() / length))
                .toArray(Feature[]::new);
    }

    private static Map<Integer, Integer> weights(String text) {
        var weights = new HashMap<Integer, Integer>();
        TopicGrams.visit(text, (gram, weight, start, end) -> weights.putIfAbsent(gram, weight));
        return weights;
    }
}
