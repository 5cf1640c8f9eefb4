package liaison.bot.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import liaison.bot.text.AddressSamples.Sample;

/**
 * Addresses with other names in them, some made up: a name that stands in no table, such as a new district's, is to be known by what stands around it.
 */
final class RenamedSamples {
    private static final Map<String, List<String>> ENDINGS = Map.of("district", List.of("区", "县", "市"), "town", List.of("街道", "镇", "乡"),
            "community", List.of("社区", "村"));
    private static final int LONGEST = 4;

    private final Random random = new Random(11);
    private final List<Sample> samples;
    private final List<String> stems = new ArrayList<>();

    RenamedSamples(List<Sample> samples) {
        this.samples = samples;
        for (var sample : samples) {
            for (var span : AddressSamples.inOrder(sample)) {
                String stem = stem(span.label(), sample.text().substring(span.start(), span.end()));
                if (!stem.isEmpty()) {
                    stems.add(stem);
                }
            }
        }
    }

    List<Sample> some(int count) {
        var renamed = new ArrayList<Sample>();
        while (renamed.size() < count) {
            var sample = samples.get(random.nextInt(samples.size()));
            var other = renamed(sample);
            if (!other.text().equals(sample.text())) {
                renamed.add(other);
            }
        }
        return renamed;
    }

    private Sample renamed(Sample sample) {
        var text = new StringBuilder();
        var line = new ArrayList<Integer>();
        int done = 0;
        for (var span : AddressSamples.inOrder(sample)) {
            String stem = stem(span.label(), sample.text().substring(span.start(), span.end()));
            if (!stem.isEmpty() && random.nextBoolean()) {
                copy(sample, done, span.start(), text, line);
                String name = name();
                int begins = sample.line()[span.start()];
                for (int i = 0; i < name.length(); i++) {
                    line.add(i == 0 ? begins : begins + AddressSamples.LABELS.size());
                }
                text.append(name);
                done = span.start() + stem.length();
            }
        }
        copy(sample, done, sample.text().length(), text, line);
        return new Sample("", text.toString(), line.stream().mapToInt(Integer::intValue).toArray(), sample.spans());
    }

    private static void copy(Sample sample, int from, int to, StringBuilder text, List<Integer> line) {
        text.append(sample.text(), from, to);
        Arrays.stream(sample.line(), from, to).forEach(line::add);
    }

    /** Another name, or letters of two. */
    private String name() {
        String name = any();
        return random.nextBoolean() ? name : name.substring(0, 1) + any().substring(1);
    }

    private String any() {
        return stems.get(random.nextInt(stems.size()));
    }

    private static String stem(String label, String name) {
        for (String ending : ENDINGS.getOrDefault(label, List.of())) {
            int length = name.length() - ending.length();
            if (name.endsWith(ending) && length > 1 && length <= LONGEST) {
                return name.substring(0, length);
            }
        }
        return "";
    }
}
