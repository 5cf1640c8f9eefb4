package liaison.bot.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import liaison.bot.dialog.BookBuilder;
import liaison.bot.dialog.BookBuilder.Role;
import liaison.bot.dialog.BookBuilder.SlotSource;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Times;
import liaison.bot.topic.TopicTable;

/** Reads rule files into a book: every part is checked where it stands, and all faults are told at once. */
public final class BookReader {
    private static final List<String> PARTS = List.of("lists", "places", "emergencies", "signals", "answers", "intents", "only-bound",
            "weights",
            "topics", "texts", "names", "forms", "rules", "examples", "consent", "matters");
    private static final String MENU = "menu:";

    private final Faults faults = new Faults();
    private final List<Map<String, Section>> files = new ArrayList<>();
    private final BookBuilder builder;
    private final WordsReader words;

    private BookReader(Times times) {
        builder = new BookBuilder(times);
        words = new WordsReader(builder, faults);
    }

    /** Throws {@link RuleFault} with every fault found. */
    public static RuleBook read(RuleFiles from, Times times) {
        var reader = new BookReader(times);
        var book = reader.book(from);
        reader.each("examples", part -> Examples.check(part, book, reader.faults));
        reader.faults.giveUp();
        return book;
    }

    private RuleBook book(RuleFiles from) {
        from.files().forEach((name, text) -> faults.guarded(() -> {
            if (name.equals(RuleFiles.TOPICS)) {
                table(name, text);
            } else {
                files.add(Section.compose(name, text).map(PARTS));
            }
        }));
        faults.giveUp();
        each("lists", words::lists);
        each("consent", part -> builder.consent(part.text()));
        each("emergencies", part -> words.signals(part, Role.EMERGENCY));
        each("signals", part -> words.signals(part, Role.PLAIN));
        each("answers", part -> words.signals(part, Role.ANSWER));
        each("intents", part -> words.signals(part, Role.INTENT));
        each("only-bound", part -> faults.checked(part, "only-bound", () -> builder.onlyBound(part.texts())));
        // what follows stands on the words, and would only echo their faults
        faults.giveUp();
        each("weights", words::weights);
        words.unweighed();
        each("topics", words::topics);
        each("places", words::places);
        each("matters", words::matters);
        each("names", part -> part.map().forEach((name, word) -> faults.guarded(() -> name(name, word))));
        faults.giveUp();
        each("texts", part -> part.map().forEach(this::text));
        each("forms", part -> part.map().keySet().forEach(builder::formNamed));
        each("forms", part -> part.map().forEach(this::form));
        each("rules", part -> part.list().forEach(this::rule));
        each("texts", part -> part.map().forEach((name, text) -> faults.checked(text, name, () -> builder.textNames(name))));
        whole("texts", builder::textsEnd);
        whole("forms", builder::formsEnd);
        whole("rules", builder::rulesEnd);
        faults.giveUp();
        try {
            return builder.build(from.hash());
        } catch (IllegalArgumentException wrong) {
            throw new RuleFault(List.of("rules.yml:1: " + wrong.getMessage()));
        }
    }

    /** A fault of a part that may stand in several files is told where it ends. */
    private void whole(String name, Runnable check) {
        var parts = files.stream().filter(file -> file.containsKey(name)).map(file -> file.get(name)).toList();
        if (parts.isEmpty()) {
            faults.add("rules.yml:1: no file has the part '" + name + "'");
        } else {
            faults.checked(parts.getLast().end(), name, check);
        }
    }

    private void table(String file, String text) {
        try {
            var table = TopicTable.parse(text);
            if (table.isEmpty()) {
                faults.add(file + ":1: no piece follows the topics, so that none would ever be told");
            }
            builder.topics(table);
        } catch (TopicTable.BadLine wrong) {
            faults.add(file + ":" + wrong.line() + ": " + wrong.reason());
        }
    }

    private interface Reading {
        void read(Section part);
    }

    private void each(String name, Reading reading) {
        for (var file : files) {
            var part = file.get(name);
            if (part != null) {
                faults.guarded(() -> reading.read(part));
            }
        }
    }

    private void name(String name, Section word) {
        if (!name.startsWith(MENU) && !ShippedNames.ALL.contains(name)) {
            throw word.broken("nothing is called by the name '" + name + "'");
        }
        builder.word(name, word.text());
    }

    private void text(String name, Section part) {
        faults.checked(part, name, () -> {
            if (part.node() instanceof org.yaml.snakeyaml.nodes.ScalarNode) {
                builder.text(name, part.text(), List.of(), "");
            } else {
                var parts = part.map(List.of("text", "choices", "card"));
                builder.text(name, Section.text(parts, "text", ""), Section.texts(parts, "choices"), Section.text(parts, "card", ""));
            }
        });
    }

    private void form(String name, Section part) {
        faults.checked(part, name, () -> {
            int before = faults.count();
            var parts = part.map(List.of("title", "slots", "done"));
            var slots = new ArrayList<SlotSource>();
            var listed = parts.get("slots");
            for (var slot : listed == null ? List.<Section>of() : listed.list()) {
                var named = slot(slot.map(List.of("slot", "label", "kind", "question", "counted", "optional", "takes", "refuses")));
                faults.checked(slot, name, () -> builder.slotSource(named));
                slots.add(named);
            }
            parsed(parts, "done", name, builder::stepWords);
            if (faults.count() == before) {
                builder.form(name, Section.text(parts, "title", name), slots, Section.texts(parts, "done"));
            }
        });
    }

    private static SlotSource slot(Map<String, Section> parts) {
        return new SlotSource(Section.text(parts, "slot", ""), Section.text(parts, "label", ""), Section.text(parts, "kind", ""),
                Section.text(parts, "question", ""), Section.text(parts, "counted", "no").equals("yes"),
                Section.text(parts, "optional", "no").equals("yes"), conditions(parts, "takes"),
                conditions(parts, "refuses"));
    }

    /** Each is one condition, or a list of which all must hold. */
    private static List<List<String>> conditions(Map<String, Section> parts, String name) {
        var listed = parts.get(name);
        return listed == null ? List.of() : listed.list().stream().map(Section::texts).toList();
    }

    /** Lets each word of a list be refused on its own line. */
    private void parsed(Map<String, Section> parts, String list, String what, Consumer<String> parser) {
        var listed = parts.get(list);
        if (listed != null) {
            listed.list().forEach(one -> faults.checked(one, what, () -> parser.accept(one.text())));
        }
    }

    private void rule(Section part) {
        faults.guarded(() -> {
            var parts = part.map(List.of("rule", "if", "then"));
            String name = "rule " + Section.text(parts, "rule", "");
            int before = faults.count();
            parsed(parts, "if", name, builder::conditionWords);
            parsed(parts, "then", name, builder::stepWords);
            if (faults.count() == before) {
                faults.checked(part, name, () -> builder.rule(Section.text(parts, "rule", ""), Section.texts(parts, "if"),
                        Section.texts(parts, "then")));
            }
        });
    }
}
