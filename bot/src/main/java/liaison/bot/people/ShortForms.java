package liaison.bot.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What residents say instead of an official name, by the table {@code places/short-forms.tsv}. */
final class ShortForms {
    private static final int MIN_STEM = 2;

    private static final String PEOPLES = "peoples";
    private static final String LANDFORMS = "landforms";
    private static final String BEHIND_LANDFORMS = "+";

    /** By strength and last letter: a nation's names pass here at every start. */
    private final Map<Strength, Map<Character, List<Ending>>> endings;

    private ShortForms(List<Ending> endings) {
        this.endings = endings.stream().collect(Collectors.groupingBy(Ending::strength, Collectors.groupingBy(Ending::last)));
    }

    static ShortForms shipped() {
        var stream = Objects.requireNonNull(ShortForms.class.getResourceAsStream("/places/short-forms.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String[]> rows = lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
            var peoples = words(rows, PEOPLES);
            var landforms = words(rows, LANDFORMS);
            return new ShortForms(rows.stream().filter(row -> !row[0].equals(PEOPLES) && !row[0].equals(LANDFORMS))
                    .flatMap(row -> row[1].startsWith(BEHIND_LANDFORMS)
                            ? landforms.stream().map(form -> behind(form, row))
                            : Stream.<String[]>of(row))
                    .map(row -> Ending.parse(row, peoples)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(List<String[]> rows, String kind) {
        return rows.stream().filter(row -> row[0].equals(kind)).flatMap(row -> Stream.of(row[1].split(" ", -1))).toList();
    }

    private static String[] behind(String letter, String[] row) {
        String instead = Stream.of(row[2].split(",", -1)).map(end -> letter + end).collect(Collectors.joining(","));
        return new String[]{row[0], letter + row[1].substring(BEHIND_LANDFORMS.length()), instead, row[3]};
    }

    /** The forms of one strength; the first fitting ending of that strength makes them. */
    List<String> of(String kind, String name, Strength strength) {
        if (name.isEmpty()) {
            return List.of();
        }
        var fitting = endings.getOrDefault(strength, Map.of()).getOrDefault(name.charAt(name.length() - 1), List.of());
        for (var ending : fitting) {
            if (ending.kinds.contains(kind) && name.endsWith(ending.text)) {
                String stem = ending.stem(name);
                return stem.length() < (strength == Strength.WEAK ? MIN_STEM : 1) ? List.of() : ending.after(stem);
            }
        }
        return List.of();
    }

    enum Strength {
        STRONG, WEAK
    }

    /** @param peoples what is left out before the ending, too */
    private record Ending(List<String> kinds, String text, List<String> instead, Strength strength, List<String> peoples) {
        static Ending parse(String[] fields, List<String> peoples) {
            boolean starred = fields[1].startsWith("*");
            return new Ending(List.of(fields[0].split(",")), starred ? fields[1].substring(1) : fields[1], List.of(fields[2].split(",")),
                    fields[3].equals("weak") ? Strength.WEAK : Strength.STRONG, starred ? peoples : List.of());
        }

        char last() {
            return text.charAt(text.length() - 1);
        }

        String stem(String name) {
            String stem = name.substring(0, name.length() - text.length());
            for (int i = 0; i < peoples.size(); i++) {
                if (stem.endsWith(peoples.get(i))) {
                    stem = stem.substring(0, stem.length() - peoples.get(i).length());
                    i = -1;
                }
            }
            return stem;
        }

        List<String> after(String stem) {
            return instead.stream().map(end -> stem + end).toList();
        }
    }
}
