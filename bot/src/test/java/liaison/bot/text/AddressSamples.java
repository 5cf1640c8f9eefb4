package liaison.bot.text;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Labelled addresses, and the same within what residents write about other things. */
final class AddressSamples {
    static final List<String> LABELS = List.of("none", "prov", "city", "district", "devZone", "town", "community", "road", "roadno", "poi",
            "subpoi",
            "houseno", "cellno", "floorno", "roomno", "person", "assist", "redundant");
    private static final Map<String, String> SAME = Map.of("subRoad", "road", "subroad", "road", "subroadno", "roadno", "subRoadno",
            "roadno");
    private static final int BESIDE = 12;

    private AddressSamples() {
    }

    /** @param line as {@link BestLabels} gives it */
    record Sample(String id, String text, int[] line, Set<Span> spans) {
    }

    static List<Sample> read(String file) throws IOException {
        var samples = new ArrayList<Sample>();
        try (var lines = open(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                samples.add(sample(cells[0], cells[1], cells[2]));
            }
        }
        return samples;
    }

    private static Sample sample(String id, String text, String marked) {
        int[] line = new int[text.length()];
        Arrays.fill(line, LABELS.size());
        var spans = new HashSet<Span>();
        for (String part : marked.split(";", -1)) {
            String[] fields = part.split(":", 3);
            String[] ends = fields[1].split("-", -1);
            int start = Integer.parseInt(ends[0]);
            int end = Integer.parseInt(ends[1]);
            spans.add(new Span(fields[0], start, end));
            int label = Math.max(0, LABELS.indexOf(SAME.getOrDefault(fields[0], fields[0])));
            Arrays.fill(line, start, end, LABELS.size() + label);
            line[start] = label;
        }
        return new Sample(id, text, begun(line), spans);
    }

    static List<Span> inOrder(Sample sample) {
        return sample.spans().stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    /** Nothing goes on where nothing was. */
    private static int[] begun(int[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] == LABELS.size() && (i == 0 || line[i - 1] % LABELS.size() != 0)) {
                line[i] = 0;
            }
        }
        return line;
    }

    /** Parts of messages that hold no address, alone and around addresses. */
    static List<Sample> among(List<Sample> addresses, String messages, AddressStretches stretches, int count) throws IOException {
        var random = new Random(5);
        var clauses = clauses(messages, stretches);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < count; i++) {
            String clause = clauses.get(random.nextInt(clauses.size()));
            samples.add(sample("", clause, "none:0-" + clause.length()));
            var address = addresses.get(random.nextInt(addresses.size()));
            String before = clauses.get(random.nextInt(clauses.size()));
            String after = clauses.get(random.nextInt(clauses.size()));
            before = random.nextInt(4) == 0 ? "" : before.substring(Math.max(0, before.length() - 1 - random.nextInt(BESIDE)));
            after = random.nextInt(4) == 0 ? "" : after.substring(0, Math.min(after.length(), 1 + random.nextInt(BESIDE)));
            samples.add(around(before, address, after));
        }
        return samples;
    }

    private static Sample around(String before, Sample address, String after) {
        String text = before + address.text + after;
        int[] line = new int[text.length()];
        Arrays.fill(line, LABELS.size());
        System.arraycopy(address.line, 0, line, before.length(), address.line.length);
        return new Sample("", text, begun(line), Set.of());
    }

    private static List<String> clauses(String messages, AddressStretches stretches) throws IOException {
        var clauses = new ArrayList<String>();
        try (var lines = open(messages)) {
            var header = Arrays.asList(lines.readLine().split("\t", -1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.split("\t", -1)[header.indexOf("text")];
                for (String clause : text.split("[，。！？；：、,!?;:\\s]+", -1)) {
                    if (clause.length() > 2 && clause.length() < 40 && stretches.in(clause).isEmpty()) {
                        clauses.add(clause);
                    }
                }
            }
        }
        return clauses;
    }

    private static BufferedReader open(String file) throws IOException {
        InputStream in = new FileInputStream(file);
        return new BufferedReader(new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }
}
