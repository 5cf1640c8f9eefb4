package liaison.bot.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Weights that say how well each label begins or goes on at a letter, summed over what is seen there, and how well a label
 * follows another; the best line of labels wins. They are derived from labelled addresses by {@code AddressTraining} and
 * written down in {@code address/weights.tsv}.
 */
final class AddressModel {
    private static final String LABELS = "labels";
    private static final String FOLLOWS = "follows";
    private static final String GOES_ON = "+";
    private static final int LANES = 4;
    private static final int LANE = 16;

    private final List<String> labels;
    /** How well a label, in the second place, follows another. */
    private final int[][] follows;
    /** By how much a label that is ahead may lead another, in the second place, that still leads to something better. */
    private final int[][] leads;
    /** Where the weights of a feature begin. */
    private final LongTable rows;
    /**
     * A row for each feature: the weights of the labels where they begin, then where they go on, four in a number. Sums of such numbers hold the four
     * sums, as long as each has 16 bits; nine additions instead of 36.
     */
    private final long[] weights;
    private final int words;

    AddressModel(List<String[]> lines) {
        labels = lines.stream().filter(line -> line[0].equals(LABELS)).findFirst().map(line -> List.of(line[1].split(" ", -1)))
                .orElseThrow();
        follows = new int[labels.size()][labels.size()];
        lines.stream().filter(line -> line[0].equals(FOLLOWS)).forEach(line -> follows(line[1], line[2].split(" ", -1)));
        leads = new int[labels.size()][labels.size()];
        for (int ahead = 0; ahead < labels.size(); ahead++) {
            for (int label = 0; label < labels.size(); label++) {
                leads[ahead][label] = lead(follows[ahead], follows[label]);
            }
        }
        var features = lines.stream().filter(line -> Character.isDigit(line[0].charAt(0))).toList();
        words = (2 * labels.size() + LANES - 1) / LANES;
        rows = new LongTable(features.size());
        weights = new long[features.size() * words];
        for (int row = 0; row < features.size(); row++) {
            rows.put(key(features.get(row)), row);
            for (String weight : features.get(row)[2].split(" ", -1)) {
                String[] parts = weight.split(":", -1);
                int column = column(parts[0]);
                weights[row * words + column / LANES] += (long) Integer.parseInt(parts[1]) << (LANE * (column % LANES));
            }
        }
    }

    static AddressModel shipped() {
        return new AddressModel(rows("/address/weights.tsv"));
    }

    static List<String[]> rows(String resource) {
        var stream = Objects.requireNonNull(AddressModel.class.getResourceAsStream(resource));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> labels() {
        return labels;
    }

    /** How well each label follows one. */
    int[] follows(int label) {
        return follows[label];
    }

    /** How far each label may lie behind one that is ahead and still lead to something better. */
    int[] leads(int ahead) {
        return leads[ahead];
    }

    /** The scores of a letter by its features: of the labels where they begin, then where they go on. */
    int[] scores(long[] keys) {
        int[] found = new int[keys.length];
        int size = 0;
        for (long key : keys) {
            int row = rows.get(key);
            if (row != LongTable.ABSENT) {
                found[size++] = row * words;
            }
        }
        int[] scores = new int[words * LANES];
        for (int word = 0; word < words; word++) {
            long sum = 0;
            for (int i = 0; i < size; i++) {
                sum += weights[found[i] + word];
            }
            for (int lane = 0; lane < LANES; lane++) {
                short score = (short) sum;
                scores[word * LANES + lane] = score;
                sum = (sum - score) >> LANE;
            }
        }
        return scores;
    }

    private static int lead(int[] ahead, int[] behind) {
        int most = Integer.MIN_VALUE;
        for (int next = 0; next < ahead.length; next++) {
            most = Math.max(most, behind[next] - ahead[next]);
        }
        return most;
    }

    private void follows(String label, String[] nexts) {
        for (String next : nexts) {
            String[] parts = next.split(":", -1);
            follows[labels.indexOf(label)][labels.indexOf(parts[0])] = Integer.parseInt(parts[1]);
        }
    }

    private int column(String name) {
        return name.endsWith(GOES_ON) ? labels.size() + labels.indexOf(name.substring(0, name.length() - 1)) : labels.indexOf(name);
    }

    private static long key(String[] line) {
        String letters = line[1];
        return AddressFeatures.key(Integer.parseInt(line[0]), letter(letters, 0), letter(letters, 1), letter(letters, 2));
    }

    private static int letter(String letters, int at) {
        return at < letters.length() ? letters.charAt(at) : 0;
    }
}
