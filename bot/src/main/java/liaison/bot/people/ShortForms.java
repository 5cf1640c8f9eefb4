package liaison.bot.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What residents say instead of an official name, by the table {@code places/short-forms.tsv}. */
final class ShortForms {
    private static final int MIN_STEM = 2;

    private final List<Ending> endings;

    private ShortForms(List<Ending> endings) {
        this.endings = List.copyOf(endings);
    }

    static ShortForms shipped() {
        var stream = Objects.requireNonNull(ShortForms.class.getResourceAsStream("/places/short-forms.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ShortForms(lines.lines().filter(line -> !line.startsWith("#")).map(Ending::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The forms of one strength; the first fitting ending of that strength makes them. */
    List<String> of(String kind, String name, Strength strength) {
        for (var ending : endings) {
            if (ending.strength == strength && ending.kinds.contains(kind) && name.endsWith(ending.text)) {
                String stem = name.substring(0, name.length() - ending.text.length());
                return stem.length() < (strength == Strength.WEAK ? MIN_STEM : 1) ? List.of() : ending.after(stem);
            }
        }
        return List.of();
    }

    enum Strength {
        STRONG, WEAK
    }

    private record Ending(List<String> kinds, String text, List<String> instead, Strength strength) {
        static Ending parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Ending(List.of(fields[0].split(",")), fields[1], List.of(fields[2].split(",")),
                    fields[3].equals("weak") ? Strength.WEAK : Strength.STRONG);
        }

        List<String> after(String stem) {
            var forms = new ArrayList<String>();
            instead.forEach(end -> forms.add(stem + end));
            return forms;
        }
    }
}
