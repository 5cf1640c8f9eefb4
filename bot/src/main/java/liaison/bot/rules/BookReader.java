package liaison.bot.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final int MOST_FAULTS = 50;

    private final List<String> faults = new ArrayList<>();
    private final List<Map<String, Section>> files = new ArrayList<>();
    private final WordLists lists = new WordLists();
    private final BookBuilder builder;
    /** Intents and kinds of danger, where they stand, until a weight is found for them. */
    private final Map<String, Section> unweighed = new LinkedHashMap<>();

    private BookReader(Times times) {
        builder = new BookBuilder(times);
    }

    /** Throws {@link RuleFault} with every fault found. */
    public static RuleBook read(RuleFiles from, Times times) {
        var reader = new BookReader(times);
        var book = reader.book(from);
        if (reader.faults.isEmpty()) {
            reader.each("examples", part -> Examples.check(part, book, reader.faults));
        }
        reader.giveUp();
        return book;
    }

    private RuleBook book(RuleFiles from) {
        from.files().forEach((name, text) -> guarded(() -> {
            if (name.equals(RuleFiles.TOPICS)) {
                table(name, text);
            } else {
                files.add(Section.compose(name, text).map(PARTS));
            }
        }));
        giveUp();
        each("lists", part -> part.map().forEach((name, words) -> checked(words, name, () -> list(name, words))));
        each("consent", part -> builder.consent(part.text()));
        each("emergencies", part -> signals(part, Role.EMERGENCY));
        each("signals", part -> signals(part, Role.PLAIN));
        each("answers", part -> signals(part, Role.ANSWER));
        each("intents", part -> signals(part, Role.INTENT));
        each("only-bound", part -> checked(part, "only-bound", () -> builder.onlyBound(part.texts())));
        // what follows stands on the words, and would only echo their faults
        giveUp();
        each("weights", part -> part.map().forEach(this::weights));
        unweighed();
        each("topics", this::topics);
        each("places", this::places);
        each("matters", this::matters);
        each("names", part -> part.map().forEach((name, word) -> guarded(() -> name(name, word))));
        giveUp();
        each("texts", part -> part.map().forEach(this::text));
        each("forms", part -> part.map().keySet().forEach(builder::formNamed));
        each("forms", part -> part.map().forEach(this::form));
        each("rules", part -> part.list().forEach(this::rule));
        each("texts", part -> part.map().forEach((name, text) -> checked(text, name, () -> builder.textNames(name))));
        whole("texts", builder::textsEnd);
        whole("forms", builder::formsEnd);
        whole("rules", builder::rulesEnd);
        giveUp();
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
            checked(parts.getLast().end(), name, check);
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
                guarded(() -> reading.read(part));
            }
        }
    }

    private void guarded(Runnable reading) {
        try {
            reading.run();
        } catch (Section.Broken broken) {
            faults.add(String.valueOf(broken.getMessage()));
        }
    }

    /** What the builder refuses is a fault of this section. */
    private void checked(Section at, String what, Runnable building) {
        try {
            building.run();
        } catch (Section.Broken broken) {
            faults.add(String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException wrong) {
            faults.add(at.file() + ":" + at.line() + ": " + what + ": " + wrong.getMessage());
        }
    }

    private void giveUp() {
        if (!faults.isEmpty()) {
            throw new RuleFault(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
    }

    private void signals(Section part, Role role) {
        part.map().forEach((name, patterns) -> checked(patterns, name, () -> signal(name, patterns, role)));
    }

    /** A list is also a signal, so that weights may name it. */
    private void list(String name, Section words) {
        lists.add(name, words.texts());
        builder.signal("@" + name, List.of(lists.spellOut("@" + name)), Role.PLAIN);
    }

    private void name(String name, Section word) {
        if (!name.startsWith(MENU) && !ShippedNames.ALL.contains(name)) {
            throw word.broken("nothing is called by the name '" + name + "'");
        }
        builder.word(name, word.text());
    }

    /** Where weights name what is not there, what is there without a weight is probably the one that was misspelt. */
    private void unweighed() {
        if (!faults.isEmpty()) {
            unweighed.forEach((name, at) -> faults.addFirst(at.file() + ":" + at.line() + ": no weight names '" + name + "'"));
        }
    }

    private void weights(String intent, Section signs) {
        int before = faults.size();
        unweighed.remove(intent);
        checked(signs, "weights", () -> builder.weighed(intent));
        if (faults.size() == before) {
            guarded(() -> signs.list().forEach(line -> checked(line, intent, () -> signs(intent, line))));
        }
    }

    private void signs(String intent, Section at) {
        for (String sign : at.text().strip().split(" +", -1)) {
            int star = sign.lastIndexOf('*');
            if (star < 1) {
                throw new IllegalArgumentException("'" + sign + "' is no sign and its weight");
            }
            unweighed.remove(sign.substring(1, star));
            builder.intentSign(intent, sign.substring(0, star), weight(at, sign.substring(star + 1)));
        }
    }

    private static int weight(Section at, String digits) {
        return digits.startsWith("-") ? -number(at, digits.substring(1)) : number(at, digits);
    }

    private void signal(String name, Section patterns, Role role) {
        int before = faults.size();
        patterns.list().forEach(pattern -> checked(pattern, name, () -> builder.pattern(lists.spellOut(pattern.text()))));
        if (role == Role.INTENT || role == Role.EMERGENCY) {
            unweighed.put(name, patterns);
        }
        if (faults.size() == before) {
            builder.signal(name, patterns.texts().stream().map(lists::spellOut).toList(), role);
        }
    }

    private void topics(Section part) {
        part.map().forEach((topic, words) -> {
            if (topic.equals("other")) {
                var other = words.map(List.of("name", "margin"));
                checked(words, topic, () -> builder.otherTopic(Section.text(other, "name", ""),
                        number(words, Section.text(other, "margin", "1"))));
            } else {
                checked(words, "topics", () -> subtopics(topic, words));
            }
        });
    }

    private void subtopics(String topic, Section words) {
        builder.subtopicsOf(topic);
        words.map().forEach(
                (subtopic, lines) -> lines.list().forEach(line -> checked(line, subtopic, () -> topicWords(topic, subtopic, line))));
    }

    /** A word counts as many as its letters, or what stands behind its star. */
    private void topicWords(String topic, String subtopic, Section at) {
        for (String word : at.text().strip().split(" +", -1)) {
            int star = word.indexOf('*');
            String letters = star < 0 ? word : word.substring(0, star);
            builder.topicWord(topic, subtopic, letters, star < 0 ? letters.length() : number(at, word.substring(star + 1)));
        }
    }

    private static int number(Section at, String digits) {
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw at.broken("'" + digits + "' is no number");
        }
        return Integer.parseInt(digits);
    }

    private void places(Section part) {
        var parts = part.map(List.of("wide", "narrow", "tails", "things", "numerals"));
        var wide = Section.texts(parts, "wide");
        var kinds = new ArrayList<>(wide);
        kinds.addAll(Section.texts(parts, "narrow"));
        checked(part, "places", () -> builder.places(kinds, wide.size(), Section.texts(parts, "tails"),
                Section.texts(parts, "things"), Section.text(parts, "numerals", "")));
    }

    private void matters(Section part) {
        var parts = part.map(List.of("counts", "joins", "within", "breaks", "openings", "alsos", "asks"));
        var counts = Section.texts(parts, "counts").stream().map(row -> List.of(row.split(" ", -1))).toList();
        checked(parts.getOrDefault("asks", part), "matters",
                () -> builder.matters(counts, Section.texts(parts, "joins"), Section.texts(parts, "within"),
                        Section.texts(parts, "breaks"),
                        Section.texts(parts, "openings"), Section.texts(parts, "alsos"), Section.texts(parts, "asks")));
    }

    private void text(String name, Section part) {
        checked(part, name, () -> {
            if (part.node() instanceof org.yaml.snakeyaml.nodes.ScalarNode) {
                builder.text(name, part.text(), List.of(), "");
            } else {
                var parts = part.map(List.of("text", "choices", "card"));
                builder.text(name, Section.text(parts, "text", ""), Section.texts(parts, "choices"), Section.text(parts, "card", ""));
            }
        });
    }

    private void form(String name, Section part) {
        checked(part, name, () -> {
            int before = faults.size();
            var parts = part.map(List.of("title", "slots", "done"));
            var slots = new ArrayList<SlotSource>();
            var listed = parts.get("slots");
            for (var slot : listed == null ? List.<Section>of() : listed.list()) {
                var named = slot(slot.map(List.of("slot", "label", "kind", "question", "counted", "optional", "takes", "refuses")));
                checked(slot, name, () -> builder.slotSource(named));
                slots.add(named);
            }
            parsed(parts, "done", name, builder::stepWords);
            if (faults.size() == before) {
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
            listed.list().forEach(one -> checked(one, what, () -> parser.accept(one.text())));
        }
    }

    private void rule(Section part) {
        guarded(() -> {
            var parts = part.map(List.of("rule", "if", "then"));
            String name = "rule " + Section.text(parts, "rule", "");
            int before = faults.size();
            parsed(parts, "if", name, builder::conditionWords);
            parsed(parts, "then", name, builder::stepWords);
            if (faults.size() == before) {
                checked(part, name, () -> builder.rule(Section.text(parts, "rule", ""), Section.texts(parts, "if"),
                        Section.texts(parts, "then")));
            }
        });
    }
}
