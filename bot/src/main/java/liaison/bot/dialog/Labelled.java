package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import liaison.bot.calendar.WordTable;
import liaison.bot.text.PhoneNumbers;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.HouseParts;

/**
 * One part of a message that puts several things right, as 地点改成甲，时间改成乙.
 *
 * @param slot whose label begins it; empty for what is said before the first of them
 */
record Labelled(Optional<Slot> slot, String text) {
    /** 改成 and the like; 是 may follow a label that is none. */
    private static final int CLEARLY = 2;
    /** Letters within which the words that lead to a label, and the label, stand; and how many parts are read. */
    private static final int REACH = 40;
    private static final int MOST = 16;
    private static final List<String> SAYS = List.of("is", "not", "wrong", "join", "into");
    private static final List<String> CHANGES = List.of("改", "换", "把", "将", "修改", "更改", "更正");

    static List<Labelled> in(String text, List<Slot> slots) {
        var parts = new ArrayList<Labelled>();
        var named = Optional.<Slot>empty();
        int start = 0;
        for (var clause : Clauses.of(text)) {
            int joined = clause.start();
            for (int at = clause.start(); at < clause.end() && parts.size() < MOST; at++) {
                // what leads to a label counts where one may begin; anywhere else it is the label itself or none
                String rest = text.substring(at, Math.min(clause.end(), at + REACH));
                var next = at == joined ? first(slots, slot -> begins(slot, rest)) : first(slots, slot -> isClear(slot, rest));
                if (next.isPresent()) {
                    add(parts, named, text.substring(start, at));
                    named = next;
                    start = at;
                    at += rest.length() - unlabelled(next.get(), rest).length() - 1;
                    joined = Clauses.at(text, at + 1, "join").map(WordTable.Word::end).orElse(at + 1);
                }
            }
        }
        add(parts, named, text.substring(start));
        return parts;
    }

    private static Optional<Slot> first(List<Slot> slots, Predicate<Slot> which) {
        for (var slot : slots) {
            if (which.test(slot)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    private static void add(List<Labelled> parts, Optional<Slot> slot, String text) {
        if (!Clauses.of(text).isEmpty()) {
            parts.add(new Labelled(slot, text));
        }
    }

    private static String unlabelled(Slot slot, String text) {
        String labelled = Clauses.labelled(slot.labels(), text).orElse(text);
        return labelled.substring(Clauses.label(slot.labels(), labelled));
    }

    private static boolean begins(Slot slot, String text) {
        return Clauses.labelled(slot.labels(), text).isPresent();
    }

    /** In the middle of a clause a label counts with 改成 right behind it. */
    private static boolean isClear(Slot slot, String text) {
        int label = Clauses.label(slot.labels(), text);
        return label > 0 && Clauses.at(text, label, "is").filter(word -> word.end() - word.start() >= CLEARLY).isPresent();
    }

    /** Whether the label is one, and not the first word of what is told, as in 电话打不通. */
    boolean isMeant(Scene scene) {
        var first = Clauses.first(text);
        return slot.isPresent() && (Additions.isOne(slot.get(), text)
                || isMeant(scene, slot.get(), first, Clauses.labelled(slot.get().labels(), first).orElse(first)));
    }

    private static boolean isMeant(Scene scene, Slot slot, String clause, String named) {
        String rest = named.substring(Clauses.label(slot.labels(), named)).strip();
        return rest.isEmpty() || !Clauses.withoutLead(rest).equals(rest)
                || SAYS.stream().anyMatch(kind -> Clauses.at(rest, 0, kind).isPresent())
                || (clause.length() > named.length() && CHANGES.stream().anyMatch(clause::startsWith))
                || Boolean.TRUE.equals(scene.hearing(rest, () -> isValue(scene, slot)));
    }

    /** Whether what is said right behind a label is of its kind. */
    private static boolean isValue(Scene scene, Slot slot) {
        return switch (slot.kind()) {
            case PhoneSlot phone -> !PhoneNumbers.in(scene.heard.text()).isEmpty();
            case SinceSlot since -> !scene.since().isEmpty();
            case PlaceSlot place -> scene.place().exact() || scene.book.placeWords().endsAsPlace(scene.heard.text());
            case WordsSlot words -> false;
            default -> true;
        };
    }

    /** What the clause with the label says; empty where only more of them say it, as in 地点不是甲，是乙. */
    String first() {
        String clause = Clauses.first(text);
        String said = slot.map(named -> SaidValue.of(clause, named)).orElse("");
        return !said.isEmpty() && HouseParts.areAll(Clauses.first(beside())) ? said + Clauses.first(beside()) : said;
    }

    /** What is said behind the clause with the label. */
    String beside() {
        var clauses = Clauses.of(text);
        return clauses.size() < 2 ? "" : text.substring(clauses.get(1).start());
    }
}
