package liaison.bot.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A piece of a rule file that still knows its line: that of its name, where it has one. */
record Section(String file, Node node, int line) {
    private static final int DEEPEST = 20;

    Section(String file, Node node) {
        this(file, node, node.getStartMark().getLine() + 1);
    }

    /** The whole of a file; throws {@link Broken} where it is no YAML. */
    static Section compose(String file, String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(DEEPEST);
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                throw new Broken(file, 1, "is empty");
            }
            return new Section(file, node);
        } catch (MarkedYAMLException wrong) {
            int line = line(wrong.getProblemMark());
            int since = Math.min(line, line(wrong.getContextMark()));
            throw new Broken(file, line,
                    "is no YAML here: " + wrong.getProblem() + (since < line ? "; what it belongs to begins in line " + since : ""));
        } catch (YAMLException wrong) {
            throw new Broken(file, 1, "is no YAML: " + wrong.getMessage());
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    /** The same, of which faults are told where it ends. */
    Section end() {
        int column = node.getEndMark().getColumn();
        return new Section(file, node, Math.max(line, node.getEndMark().getLine() + (column == 0 ? 0 : 1)));
    }

    Broken broken(String reason) {
        return new Broken(file, line(), reason);
    }

    /** A scalar's text, whatever it looks like. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken("here stands a text");
    }

    /** The parts of a list; a single text is a list of one. */
    List<Section> list() {
        if (node instanceof ScalarNode) {
            return List.of(this);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(each -> new Section(file, each)).toList();
        }
        throw broken("here stands a list");
    }

    List<String> texts() {
        return list().stream().map(Section::text).toList();
    }

    /** The parts by their names, each once, in the order written. */
    Map<String, Section> map() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("here stand names with values");
        }
        var parts = new LinkedHashMap<String, Section>();
        for (var entry : mapping.getValue()) {
            var key = new Section(file, entry.getKeyNode());
            if (parts.put(key.text(), new Section(file, entry.getValueNode(), key.line())) != null) {
                throw key.broken("'" + key.text() + "' stands there twice");
            }
        }
        return parts;
    }

    /** As {@link #map()}, with no other names than these. */
    Map<String, Section> map(List<String> allowed) {
        var parts = map();
        parts.forEach((name, part) -> {
            if (!allowed.contains(name)) {
                throw part.broken("'" + name + "' is not known here; known are " + String.join(", ", allowed));
            }
        });
        return parts;
    }

    /** One fault of a rule file. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String file, int line, String reason) {
            super(file + ":" + line + ": " + reason);
        }
    }

    static List<String> texts(Map<String, Section> parts, String name) {
        var part = parts.get(name);
        return part == null ? new ArrayList<>() : part.texts();
    }

    static String text(Map<String, Section> parts, String name, String otherwise) {
        var part = parts.get(name);
        return part == null ? otherwise : part.text();
    }
}
