package liaison.bot.text;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Makes {@code address/villages.bin}: {@code VILLAGES OUT}, the first as gzipped TSV of code and name. */
final class VillageTable {
    private static final List<String> ENDINGS = List.of("社区居民委员会", "社区居委会", "居民委员会", "居委会", "村民委员会", "村委会", "社区", "村");

    private VillageTable() {
    }

    public static void main(String[] arguments) throws IOException {
        var bits = new long[VillageNames.WORDS];
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new FileInputStream(arguments[0])), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> stem(Fold.all(line.split("\t", -1)[1])))
                    .filter(name -> name.length() >= VillageNames.SHORTEST && name.length() <= VillageNames.LONGEST)
                    .forEach(name -> VillageNames.add(bits, name));
        }
        var bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
        bytes.asLongBuffer().put(bits);
        Files.write(Path.of(arguments[1]), bytes.array());
    }

    /** The name without all it ends in: 桃源村 of 桃源村村委会 is 桃源. */
    private static String stem(String name) {
        String stem = name;
        for (String ending : ENDINGS) {
            stem = stem.endsWith(ending) ? stem.substring(0, stem.length() - ending.length()) : stem;
        }
        return stem;
    }
}
