package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text of a book with names in braces, such as {@code {number}}. A line is left out when a name in it that ends with a
 * question mark has no value.
 */
final class Wording {
    private final List<List<Part>> lines;
    private final Set<String> names = new LinkedHashSet<>();

    private Wording(List<List<Part>> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> line.forEach(part -> {
            if (part.isName) {
                names.add(part.text);
            }
        }));
    }

    private record Part(String text, boolean isName, boolean isNeeded) {
    }

    /** Throws {@link IllegalArgumentException} for a brace that is not closed. */
    static Wording parse(String text) {
        var lines = new ArrayList<List<Part>>();
        for (String line : text.strip().split("\n", -1)) {
            lines.add(parts(line.stripTrailing()));
        }
        return new Wording(lines);
    }

    private static List<Part> parts(String line) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int open = line.indexOf('{'); open >= 0; open = line.indexOf('{', from)) {
            int close = line.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a brace is not closed in '" + line + "'");
            }
            parts.add(new Part(line.substring(from, open), false, false));
            boolean needed = line.charAt(close - 1) == '?';
            parts.add(new Part(line.substring(open + 1, needed ? close - 1 : close), true, needed));
            from = close + 1;
        }
        parts.add(new Part(line.substring(from), false, false));
        return parts;
    }

    Set<String> names() {
        return names;
    }

    String with(Map<String, String> values) {
        return with(name -> values.getOrDefault(name, ""));
    }

    /** @param values by their names; empty for those that there are not */
    String with(UnaryOperator<String> values) {
        var out = new StringBuilder();
        for (var line : lines) {
            if (isSaid(line, values)) {
                for (var part : line) {
                    out.append(part.isName ? values.apply(part.text) : part.text);
                }
                out.append('\n');
            }
        }
        return out.toString().strip();
    }

    private static boolean isSaid(List<Part> line, UnaryOperator<String> values) {
        for (var part : line) {
            if (part.isNeeded && values.apply(part.text).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
