package liaison.bot.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.BookBuilder;
import liaison.bot.dialog.BookBuilder.Role;

/** Reads the parts of rule files that say how words are understood: lists, signals, intents and their weights, topics, places and matters. */
final class WordsReader {
    private final Faults faults;
    private final BookBuilder builder;
    private final WordLists lists = new WordLists();
    /** Intents and kinds of danger, where they stand, until a weight is found for them. */
    private final Map<String, Section> unweighed = new LinkedHashMap<>();

    WordsReader(BookBuilder builder, Faults faults) {
        this.builder = builder;
        this.faults = faults;
    }

    void lists(Section part) {
        part.map().forEach((name, words) -> faults.checked(words, name, () -> list(name, words)));
    }

    void weights(Section part) {
        part.map().forEach(this::weights);
    }

    void signals(Section part, Role role) {
        part.map().forEach((name, patterns) -> faults.checked(patterns, name, () -> signal(name, patterns, role)));
    }

    /** A list is also a signal, so that weights may name it. */
    private void list(String name, Section words) {
        lists.add(name, words.texts());
        builder.signal("@" + name, List.of(lists.spellOut("@" + name)), Role.PLAIN);
    }

    /** Where weights name what is not there, what is there without a weight is probably the one that was misspelt. */
    void unweighed() {
        if (faults.count() > 0) {
            unweighed.forEach((name, at) -> faults.addFirst(at.file() + ":" + at.line() + ": no weight names '" + name + "'"));
        }
    }

    private void weights(String intent, Section signs) {
        int before = faults.count();
        unweighed.remove(intent);
        faults.checked(signs, "weights", () -> builder.weighed(intent));
        if (faults.count() == before) {
            faults.guarded(() -> signs.list().forEach(line -> faults.checked(line, intent, () -> signs(intent, line))));
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
        int before = faults.count();
        patterns.list().forEach(pattern -> faults.checked(pattern, name, () -> builder.pattern(lists.spellOut(pattern.text()))));
        if (role == Role.INTENT || role == Role.EMERGENCY) {
            unweighed.put(name, patterns);
        }
        if (faults.count() == before) {
            builder.signal(name, patterns.texts().stream().map(lists::spellOut).toList(), role);
        }
    }

    void topics(Section part) {
        part.map().forEach((topic, words) -> {
            if (topic.equals("other")) {
                var other = words.map(List.of("name", "margin"));
                faults.checked(words, topic, () -> builder.otherTopic(Section.text(other, "name", ""),
                        number(words, Section.text(other, "margin", "1"))));
            } else {
                faults.checked(words, "topics", () -> subtopics(topic, words));
            }
        });
    }

    private void subtopics(String topic, Section words) {
        builder.subtopicsOf(topic);
        words.map().forEach(
                (subtopic, lines) -> lines.list().forEach(line -> faults.checked(line, subtopic, () -> topicWords(topic, subtopic, line))));
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

    void places(Section part) {
        var parts = part.map(List.of("wide", "narrow", "tails", "things", "numerals"));
        var wide = Section.texts(parts, "wide");
        var kinds = new ArrayList<>(wide);
        kinds.addAll(Section.texts(parts, "narrow"));
        faults.checked(part, "places", () -> builder.places(kinds, wide.size(), Section.texts(parts, "tails"),
                Section.texts(parts, "things"), Section.text(parts, "numerals", "")));
    }

    void matters(Section part) {
        var parts = part.map(List.of("counts", "joins", "within", "breaks", "openings", "alsos", "asks"));
        var counts = Section.texts(parts, "counts").stream().map(row -> List.of(row.split(" ", -1))).toList();
        faults.checked(parts.getOrDefault("asks", part), "matters",
                () -> builder.matters(counts, Section.texts(parts, "joins"), Section.texts(parts, "within"),
                        Section.texts(parts, "breaks"),
                        Section.texts(parts, "openings"), Section.texts(parts, "alsos"), Section.texts(parts, "asks")));
    }
}
