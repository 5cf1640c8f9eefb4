package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;

/** Which slot of the open form a resident puts right, and what it should be, as in 地点不是甲是乙 or 改时间，三天. */
final class Corrections {
    private static final WordTable WORDS = WordTable.shipped("/dialog/answer-words.tsv");
    private static final String WHAT = "what";
    private static final String STOPS = "，,。；;！!、\n ";

    private Corrections() {
    }

    /** The slot whose label begins a part of the message; not the one that is asked for. */
    static Optional<Slot> of(Scene scene) {
        if (scene.before.form().isEmpty()) {
            return Optional.empty();
        }
        var slots = scene.book.form(scene.before.form()).slots().stream()
                .filter(slot -> !slot.name().equals(scene.before.asking())).toList();
        for (String clause : clauses(scene.heard.text())) {
            String rest = withoutLead(clause);
            var named = slots.stream().filter(slot -> label(slot, rest) > 0).findFirst();
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    /** Takes what the message says instead, or asks for it. */
    static void correct(Scene scene, Form form, Slot slot) {
        String value = value(scene.heard.text(), slot);
        if (value.isEmpty()) {
            form.correct(scene, slot);
            return;
        }
        var before = new HashMap<>(scene.slots);
        slot.kind().forget(scene, slot);
        if (Boolean.TRUE.equals(scene.hearing(value, () -> slot.kind().answer(scene, slot)))) {
            scene.asking = "";
            form.next(scene);
        } else {
            scene.slots.putAll(before);
            form.correct(scene, slot);
        }
    }

    /** What a message says that something should be, whatever it is. */
    static String said(String text) {
        return value(text, List.of());
    }

    /** What a message says that a slot should be; empty where it only says that it is wrong. */
    static String value(String text, Slot slot) {
        return value(text, slot.labels());
    }

    private static String value(String text, List<String> labels) {
        String loose = "";
        for (String clause : clauses(text)) {
            String rest = withoutLead(clause);
            rest = withoutLead(rest.substring(label(labels, rest)));
            int denied = find(rest, 0, "not");
            if (denied > 0 && find(rest, end(rest, denied, "not"), "is") < 0) {
                // 是5栋不是3栋
                rest = rest.substring(0, denied);
                denied = -1;
            }
            int from = denied < 0 ? 0 : find(rest, end(rest, denied, "not"), "is");
            if (from >= 0) {
                int is = find(rest, from, "is");
                String said = is < 0 ? rest : rest.substring(end(rest, is, "is"));
                if (is >= 0 && !said.isBlank()) {
                    return said.strip();
                }
                loose = loose.isEmpty() && is < 0 ? rest.strip() : loose;
            }
        }
        return loose;
    }

    private static List<String> clauses(String text) {
        var clauses = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || STOPS.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    clauses.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return clauses;
    }

    /** How many characters of the text's beginning are one of the slot's labels. */
    private static int label(Slot slot, String text) {
        return label(slot.labels(), text);
    }

    private static int label(List<String> labels, String text) {
        return labels.stream().filter(label -> !label.isEmpty() && text.startsWith(label)).mapToInt(String::length).max().orElse(0);
    }

    private static String withoutLead(String text) {
        var cursor = new WordCursor(WORDS, text, 0);
        while (!cursor.sees("is") && cursor.skip("led")) {
            // the next one
        }
        return text.substring(cursor.at());
    }

    private static int find(String text, int from, String kind) {
        for (int at = from; at < text.length(); at++) {
            if (WORDS.at(text, at, kind).isPresent()) {
                return at;
            }
        }
        return -1;
    }

    private static int end(String text, int at, String kind) {
        return WORDS.at(text, at, kind).map(WordTable.Word::end).orElse(at);
    }

    /** Takes whatever a message says about place, time or telephone in the place of what was said before. */
    static void amend(Scene scene, Form form) {
        boolean changed = false;
        for (var slot : form.slots()) {
            if (slot.kind() instanceof PlaceSlot || slot.kind() instanceof SinceSlot || slot.kind() instanceof PhoneSlot) {
                var before = new HashMap<>(scene.slots);
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
                if (scene.slot(slot.name()).isEmpty()) {
                    scene.slots.clear();
                    scene.slots.putAll(before);
                } else {
                    changed = true;
                }
            }
        }
        if (!changed) {
            scene.say(scene.miss() < RuleBook.MOST_MISSES ? "amended-nothing" : "form-stuck");
        }
        scene.asking = "";
        form.next(scene);
    }

    /** Takes a place that is said while something else is asked, as another one or as more of the same. */
    static void place(Scene scene, Form form) {
        String before = scene.slot(PlaceSlot.WHERE);
        if (scene.place().exact() || PlaceSlot.areHouseParts(scene)) {
            form.slot(PlaceSlot.WHERE).ifPresent(slot -> {
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
            });
        } else {
            scene.slots.put(PlaceSlot.WHERE, before + "，" + WordsSlot.kept(scene.heard.text()));
        }
        scene.say("place-noted");
        form.next(scene);
    }

    /** Puts the message behind what is told already; nothing of it is lost. */
    static void more(Scene scene, Form form) {
        also(scene);
        form.next(scene);
    }

    /** As {@link #more}, for a message that answers something, too. */
    static void also(Scene scene) {
        String words = WordsSlot.kept(scene.heard.text());
        scene.slots.merge(WHAT, words, (before, said) -> WordsSlot.kept(before + "；" + said));
    }

    /** Where and what with one word in the place of another, as 不是4栋，是5栋 wants it; empty where nothing of the kind is said. */
    static Map<String, String> replaced(Scene scene) {
        String text = scene.heard.text();
        int denied = find(text, 0, "not");
        int is = denied < 0 ? -1 : find(text, end(text, denied, "not"), "is");
        if (is < 0) {
            return Map.of();
        }
        String wrong = clauses(text.substring(end(text, denied, "not"), is)).stream().findFirst().orElse("").strip();
        String right = clauses(text.substring(end(text, is, "is"))).stream().findFirst().orElse("").strip();
        var changed = new HashMap<String, String>();
        for (String slot : List.of(PlaceSlot.WHERE, WHAT)) {
            if (!wrong.isEmpty() && !right.isEmpty() && scene.slot(slot).contains(wrong)) {
                changed.put(slot, scene.slot(slot).replace(wrong, right));
            }
        }
        return changed;
    }

    /** Puts the other words in, and looks again which place that is. */
    static void replace(Scene scene, Form form) {
        var changed = replaced(scene);
        scene.slots.putAll(changed);
        form.slot(PlaceSlot.WHERE).filter(slot -> changed.containsKey(PlaceSlot.WHERE)).ifPresent(slot -> {
            slot.kind().forget(scene, slot);
            scene.hearing(changed.getOrDefault(PlaceSlot.WHERE, ""), () -> {
                slot.kind().answer(scene, slot);
            });
        });
        scene.asking = "";
        form.next(scene);
    }
}
