package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import liaison.bot.dialog.Explainer;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Place;
import org.junit.jupiter.api.Test;

/** Messages of residents go to the street they name; the messages lie beside the checkout and are copied nowhere. */
final class RoutingTest {
    private static final int COUNTY = 6;
    private static final int STREET = 9;

    @Test
    void explain_findsTheStreetOfMessages() throws IOException {
        var explainer = new Explainer(BookReader.read(RuleFiles.shipped(), Stage.TIMES));
        var directory = new MemoryDirectory(places());
        int certain = 0;
        int found = 0;
        var misled = new ArrayList<String>();
        for (String[] message : rows("routing/dev.tsv.gz")) {
            String street = explainer.explain(message[5] + "。" + message[6], directory, Instant.parse("2026-11-23T02:00:00Z")).street();
            certain += message[3].isEmpty() ? 0 : 1;
            found += !street.isEmpty() && street.equals(message[3]) ? 1 : 0;
            if (!street.isEmpty() && !street.startsWith(message[2])) {
                misled.add(message[0]);
            }
        }
        assertThat(misled).isEmpty();
        assertThat(found).isGreaterThan(certain * 97 / 100);
    }

    /** The counties of the messages, whose names the publisher replaced by codes. */
    private static List<Place> places() throws IOException {
        Map<String, List<String>> codes = new HashMap<>();
        for (String[] row : rows("routing/place_codes.tsv")) {
            codes.computeIfAbsent(row[1], county -> new ArrayList<>()).addAll(List.of(row[0] + "区", row[0] + "县", row[0] + "市"));
        }
        var places = new ArrayList<Place>();
        for (String[] row : rows("gazetteer/areas.tsv")) {
            if (codes.containsKey(row[0])) {
                places.add(new Place(row[0], "", "county", row[1], codes.getOrDefault(row[0], List.of())));
            }
        }
        add(places, codes, "gazetteer/streets.tsv.gz", "street", COUNTY);
        add(places, codes, "gazetteer/villages.tsv.gz", "village", STREET);
        return places;
    }

    private static void add(List<Place> places, Map<String, List<String>> counties, String file, String kind, int parent)
            throws IOException {
        for (String[] row : rows(file, line -> counties.containsKey(line.substring(0, COUNTY)))) {
            places.add(new Place(row[0], row[0].substring(0, parent), kind, row[1], List.of()));
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        return rows(file, line -> true);
    }

    private static List<String[]> rows(String file, Predicate<String> wanted) throws IOException {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data").resolve(file)).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "no messages beside this checkout");
        InputStream in = Files.newInputStream(found.orElseThrow());
        try (var lines = new BufferedReader(
                new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(wanted).map(line -> line.split("\t", -1)).toList();
        }
    }
}
