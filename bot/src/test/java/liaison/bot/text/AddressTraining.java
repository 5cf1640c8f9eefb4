package liaison.bot.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.text.AddressSamples.Sample;

/**
 * Makes {@code address/weights.tsv}: {@code ADDRESSES MESSAGES OUT}, both as TSV, gzipped or not; {@code ADDRESSES MESSAGES} alone reports five
 * folds.
 */
final class AddressTraining {
    private static final int FOLDS = 5;
    private static final List<String> REPORTED = List.of("prov", "city", "district", "town", "community", "road", "poi");
    private static final int AMONG = 3_000;
    /** One renamed address to so many. */
    private static final int RENAMED = 2;

    private final AddressStretches stretches = AddressStretches.shipped();
    private final AddressNames names = AddressNames.shipped();
    private final String messages;

    private AddressTraining(String messages) {
        this.messages = messages;
    }

    public static void main(String[] arguments) throws IOException {
        var training = new AddressTraining(arguments[1]);
        var samples = AddressSamples.read(arguments[0]);
        if (arguments.length > 2) {
            Files.write(Path.of(arguments[2]), Stream.concat(Stream.of(
                    "# Which part of an address a letter belongs to: template, what is seen, label:weight; + where the label goes on. Made by AddressTraining."),
                    training.fit(samples).stream()).toList());
        } else {
            training.folds(samples);
        }
    }

    private List<String> fit(List<Sample> samples) throws IOException {
        var all = new ArrayList<>(samples);
        all.addAll(new RenamedSamples(samples).some(samples.size() / RENAMED));
        all.addAll(AddressSamples.among(samples, messages, stretches, AMONG));
        return new ChainTraining(all, names).fit();
    }

    private void folds(List<Sample> samples) throws IOException {
        Map<String, int[]> counts = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var lines = fit(samples.stream().filter(sample -> fold(sample) != held).toList());
            var model = new AddressModel(lines.stream().map(line -> line.split("\t", -1)).toList());
            var parts = new AddressParts(model, names);
            samples.stream().filter(sample -> fold(sample) == held).forEach(sample -> count(sample, parts.in(sample.text()), counts));
            System.out.println("fold " + fold + ": " + lines.size() + " lines");
        }
        REPORTED.forEach(label -> report(label, counts.getOrDefault(label, new int[3])));
    }

    private static int fold(Sample sample) {
        return Math.floorMod(sample.id().hashCode(), FOLDS);
    }

    private static void count(Sample sample, List<Span> found, Map<String, int[]> counts) {
        var both = new HashSet<>(found);
        both.retainAll(sample.spans());
        both.forEach(span -> counts.computeIfAbsent(span.label(), label -> new int[3])[0]++);
        found.forEach(span -> counts.computeIfAbsent(span.label(), label -> new int[3])[1]++);
        sample.spans().forEach(span -> counts.computeIfAbsent(span.label(), label -> new int[3])[2]++);
    }

    private static void report(String label, int[] counts) {
        double precision = counts[0] / (double) Math.max(1, counts[1]);
        double recall = counts[0] / (double) Math.max(1, counts[2]);
        System.out.printf("%-10s P %.3f R %.3f F1 %.3f n %d%n", label, precision, recall,
                2 * precision * recall / Math.max(1e-9, precision + recall),
                counts[2]);
    }
}
