package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The shipped weights fit the addresses they were made from, which lie beside the checkout and are copied nowhere. How well others are read is what
 * the folds of {@link AddressTraining} say.
 */
final class LabelledAddressesTest {
    private static final Map<String, Integer> PERCENT = Map.of("district", 95, "town", 95, "community", 90, "road", 90);

    @Test
    void in_findsTheLabelledParts() throws IOException {
        var samples = AddressSamples.read(labelled());
        var parts = AddressParts.shipped();
        for (String label : PERCENT.keySet()) {
            int wanted = 0;
            int found = 0;
            for (var sample : samples) {
                var right = sample.spans().stream().filter(span -> span.label().equals(label)).toList();
                wanted += right.size();
                found += (int) right.stream().filter(new HashSet<>(label(parts.in(sample.text()), label))::contains).count();
            }
            assertThat(100 * found).as(label).isGreaterThan(PERCENT.getOrDefault(label, 0) * wanted);
        }
    }

    private static List<Span> label(List<Span> parts, String label) {
        return parts.stream().filter(part -> part.label().equals(label)).toList();
    }

    private static String labelled() {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolveSibling("shared/data/address/parsing_dev.tsv.gz")).filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), "no labelled addresses beside this checkout");
        return found.orElseThrow().toString();
    }
}
