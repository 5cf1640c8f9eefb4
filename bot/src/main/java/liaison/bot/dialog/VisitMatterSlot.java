package liaison.bot.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.TimeReader;
import liaison.bot.calendar.WordTable;
import liaison.bot.understanding.Clauses;

/** What a visit is about, in the resident's own words, without the request around it. */
record VisitMatterSlot() implements SlotKind {
    private static final WordTable WORDS = WordTable.shipped("/visit/matter-words.tsv");
    private static final WordsSlot SAID = new WordsSlot(false);
    private static final String ABOUT = "about";

    @Override
    public void take(Scene scene, Slot slot) {
        String before = scene.slot(slot.name());
        SAID.take(scene, slot);
        if (!scene.slot(slot.name()).equals(before)) {
            narrow(scene, slot);
            // that she wants to talk says not of what
            if (isRequestAlone(scene.slot(slot.name()))) {
                scene.slots.remove(slot.name());
            }
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        boolean taken = SAID.answer(scene, slot);
        if (taken) {
            narrow(scene, slot);
        }
        return taken;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return SAID.isSettled(scene, slot);
    }

    private static void narrow(Scene scene, Slot slot) {
        scene.slots.put(slot.name(), matter(scene.slot(slot.name())));
        scene.topicOf(slot.name());
    }

    /** The text with blanks in the place of what it says the visit is about; a time alone behind the word for it is when it is wanted. */
    static String outside(String text, Instant now) {
        var outside = new StringBuilder();
        for (String clause : clauses(text)) {
            int about = about(clause).filter(rest -> !isTime(rest, now)).map(String::length).orElse(0);
            outside.append(clause, 0, clause.length() - about).repeat(' ', about);
        }
        return outside.toString();
    }

    /** Whether the last of several clauses says what about: 不是谈电梯，谈停车. */
    static boolean isSaidLast(String text) {
        var clauses = clauses(text);
        return clauses.size() > 1 && about(clauses.getLast()).isPresent();
    }

    /** What is told beside the day: without clauses that only name one, and without 对了 before it. */
    static String beside(String text, Instant now) {
        var told = new StringBuilder();
        clauses(text).stream().filter(clause -> !isTime(clause, now)).forEach(told::append);
        return withoutLead(told.toString());
    }

    private static boolean isTime(String said, Instant now) {
        String words = Clauses.withoutStops(said);
        int at = words.length();
        for (var word = WORDS.before(words, at, "goes"); word.isPresent(); word = WORDS.before(words, at, "goes")) {
            at = word.get().start();
        }
        int end = at;
        int start = WORDS.at(words, 0, "before-time").map(WordTable.Word::end).orElse(0);
        return TimeReader.phrases(words, now).stream().anyMatch(phrase -> phrase.span().start() == start && phrase.span().end() == end);
    }

    private static boolean isRequestAlone(String words) {
        return asks(words) >= 0 && told(words).isEmpty();
    }

    /** From where it says what about; else what is left without the request; else all of it. */
    static String matter(String words) {
        String said = told(words);
        return said.isEmpty() ? words : said;
    }

    private static String told(String words) {
        var kept = new ArrayList<String>();
        boolean told = false;
        for (String clause : clauses(words)) {
            var about = about(clause);
            if (about.isPresent() && !told) {
                kept.clear();
                told = true;
            }
            if (about.isPresent() || asks(clause) < 0) {
                kept.add(about.orElse(clause));
            }
        }
        kept.removeIf(String::isBlank);
        return withoutLead(String.join("", kept)).replaceFirst("[^\\p{L}\\p{N})）」”》]+$", "");
    }

    /** What stands behind 对了, 还有 and the like. */
    private static String withoutLead(String words) {
        int at = 0;
        while (at < words.length()) {
            var lead = WORDS.at(words, at, "lead");
            if (lead.isEmpty() && Character.isLetterOrDigit(words.charAt(at))) {
                break;
            }
            at = lead.map(WordTable.Word::end).orElse(at + 1);
        }
        return words.substring(at);
    }

    /** Each with the punctuation behind it. */
    private static List<String> clauses(String words) {
        return List.of(words.split("(?<=[\\p{Po}\\s])(?![\\p{Po}\\s])"));
    }

    /** What stands behind the word that says what about: at the clause's beginning, or behind the request. */
    private static Optional<String> about(String clause) {
        int at = 0;
        for (var word = WORDS.at(clause, at, "before"); word.isPresent(); word = WORDS.at(clause, at, "before")) {
            at = word.get().end();
        }
        var first = WORDS.at(clause, at, ABOUT);
        int asked = asks(clause);
        for (int from = asked; first.isEmpty() && from >= 0 && from < clause.length(); from++) {
            first = WORDS.at(clause, from, ABOUT);
        }
        return first.map(word -> clause.substring(word.end())).filter(rest -> rest.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    /** Where the words of the request end that stand in a clause; negative where none do. */
    private static int asks(String clause) {
        for (int from = 0; from < clause.length(); from++) {
            var word = WORDS.at(clause, from, "asks");
            if (word.isPresent()) {
                return word.get().end();
            }
        }
        return -1;
    }
}
