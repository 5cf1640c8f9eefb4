package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;
import liaison.bot.text.PhoneNumbers;

/** Which slot of the open form a resident puts right, and what it should be, as in 地点不是甲是乙 or 改时间，三天. */
final class Corrections {
    private static final WordTable WORDS = WordTable.shipped("/dialog/answer-words.tsv");
    private static final String WHAT = "what";
    private static final String SINCE = "since";
    private static final String REPORT = "report";
    private static final String TROUBLE = "trouble";
    private static final int MOST_BESIDE = 16;
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
            for (String rest : List.of(withoutLead(clause), withoutMine(clause))) {
                var named = slots.stream().filter(slot -> label(slot.labels(), rest) > 0).findFirst();
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return Optional.empty();
    }

    /** Takes what the message says instead, or asks for it. */
    static void correct(Scene scene, Form form, Slot slot) {
        String value = value(scene.heard.text(), slot);
        var fix = fix(scene.heard.text());
        if (slot.name().equals(WHAT) && !fix.wrong.isEmpty() && scene.slot(WHAT).contains(fix.wrong) && !isMatter(scene, fix.right)) {
            replace(scene, form);
            return;
        }
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
            String mine = withoutMine(clause);
            rest = label(labels, rest) == 0 && label(labels, mine) > 0 ? mine : rest;
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

    /** 138 0000 1234 is one number. */
    private static boolean isWithinNumber(String text, int at) {
        return text.charAt(at) == ' ' && at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private static List<String> clauses(String text) {
        var clauses = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (STOPS.indexOf(text.charAt(i)) >= 0 && !isWithinNumber(text, i))) {
                if (i > start) {
                    clauses.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return clauses;
    }

    /** How many characters of the text's beginning are one of a slot's labels. */
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

    /** As {@link #withoutLead}, without 我的 and the like. */
    private static String withoutMine(String text) {
        var cursor = new WordCursor(WORDS, withoutLead(text), 0);
        while (cursor.skip("mine")) {
            // the next one
        }
        return withoutLead(text).substring(cursor.at());
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
        boolean changed = scene.hearing(meant(scene.heard.text()), () -> retake(scene, form, Set.of()));
        if (!changed) {
            scene.say(scene.miss() < RuleBook.MOST_MISSES ? "amended-nothing" : "form-stuck");
        }
        scene.asking = "";
        form.next(scene);
    }

    /** Of 不是昨天，是上周 the second half; anything else as it is. */
    private static String meant(String text) {
        String said = find(text, 0, "not") < 0 ? "" : said(text);
        return said.isEmpty() ? text : said;
    }

    private static boolean retake(Scene scene, Form form, Set<String> except) {
        boolean changed = false;
        for (var slot : form.slots()) {
            boolean retaken = slot.kind() instanceof PlaceSlot || slot.kind() instanceof SinceSlot || slot.kind() instanceof PhoneSlot;
            if (retaken && !except.contains(slot.name())) {
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
        return changed;
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

    /** Writes once into each matter that she wants not to be named; whoever handles it reads that. */
    static void unnamed(Scene scene) {
        String wish = "；" + scene.book.word("unnamed");
        Matters.each(scene, matter -> matter.endsWith(wish) ? matter : WordsSlot.kept(matter + wish));
    }

    /** What a message puts right without naming a slot, as 不是4栋，是5栋; the wrong or the right half may be empty. */
    private record Fix(String wrong, String right) {
        private static final Fix NONE = new Fix("", "");
    }

    private static Fix fix(String text) {
        int denied = find(text, 0, "not");
        int is = denied < 0 ? -1 : find(text, end(text, denied, "not"), "is");
        if (is >= 0) {
            return new Fix(first(text.substring(end(text, denied, "not"), is)), first(text.substring(end(text, is, "is"))));
        }
        if (denied >= 0) {
            // 是5栋不是3栋, or only 不是3栋
            int before = find(text.substring(0, denied), 0, "is");
            return new Fix(first(text.substring(end(text, denied, "not"))),
                    before < 0 ? "" : first(text.substring(end(text, before, "is"), denied)));
        }
        int wrong = find(text, 0, "wrong");
        if (wrong >= 0) {
            int right = find(text, end(text, wrong, "wrong"), "is");
            return right < 0 ? Fix.NONE : new Fix(text.substring(0, wrong).strip(), text.substring(end(text, right, "is")).strip());
        }
        return WORDS.at(text, 0, "instead").map(word -> new Fix("", text.substring(word.end()).strip())).orElse(Fix.NONE);
    }

    private static String first(String text) {
        return clauses(text).stream().findFirst().orElse("").strip();
    }

    /** Whether a message says that a word of the read-back is wrong, or tells the matter anew behind 不对. */
    static boolean isReplacement(Scene scene) {
        var fix = fix(scene.heard.text());
        return fix.wrong.isEmpty()
                ? !fix.right.isEmpty() && !Matters.areOpen(scene) && isMatter(scene, fix.right)
                : List.of(PlaceSlot.WHERE, WHAT, SINCE).stream().anyMatch(slot -> scene.slot(slot).contains(fix.wrong));
    }

    private static boolean isMatter(Scene scene, String words) {
        return scene.hearing(words, () -> scene.hears(scene.book.signal(TROUBLE)));
    }

    /** Puts the other words in, and looks again which place that is; asks for what is only said to be wrong. */
    static void replace(Scene scene, Form form) {
        var fix = fix(scene.heard.text());
        if (fix.right.isEmpty()) {
            var wrong = List.of(SINCE, PlaceSlot.WHERE, WHAT).stream().filter(slot -> scene.slot(slot).contains(fix.wrong)).findFirst();
            wrong.flatMap(form::slot).ifPresent(slot -> form.correct(scene, slot));
            return;
        }
        var changed = new HashSet<String>();
        for (String slot : List.of(PlaceSlot.WHERE, WHAT)) {
            if (!fix.wrong.isEmpty() && scene.slot(slot).contains(fix.wrong)) {
                scene.slots.put(slot, exchanged(scene.slot(slot), fix));
                changed.add(slot);
            }
        }
        if (fix.wrong.isEmpty()) {
            form.slot(WHAT).ifPresent(slot -> slot.kind().forget(scene, slot));
            scene.slots.put(WHAT, WordsSlot.kept(fix.right));
        }
        String where = scene.slot(PlaceSlot.WHERE);
        form.slot(PlaceSlot.WHERE).filter(slot -> changed.contains(PlaceSlot.WHERE)).ifPresent(slot -> {
            slot.kind().forget(scene, slot);
            scene.hearing(where, () -> {
                slot.kind().answer(scene, slot);
            });
        });
        scene.hearing(fix.right, () -> {
            retake(scene, form, changed);
        });
        scene.asking = "";
        form.next(scene);
    }

    /** 路灯坏了 with 路灯 as 井盖坏了: what follows is not said twice, unless it was, as in 6号楼楼下. */
    private static String exchanged(String words, Fix fix) {
        int at = words.indexOf(fix.wrong);
        String behind = words.substring(at + fix.wrong.length());
        int same = Math.min(fix.right.length() - 1, behind.length());
        while (same > 0 && (!fix.right.endsWith(behind.substring(0, same)) || fix.wrong.endsWith(behind.substring(0, same)))) {
            same--;
        }
        return words.substring(0, at) + fix.right + behind.substring(same).replace(fix.wrong, fix.right);
    }

    /** Whether a message about a request that stands already only says that something of it is wrong. */
    static boolean isOnlyWrong(Scene scene) {
        var labels = scene.book.form(REPORT).slots().stream().flatMap(slot -> slot.labels().stream()).toList();
        return value(scene.heard.text(), labels).isEmpty() && fix(scene.heard.text()).right.isEmpty();
    }

    /** Whether a message gives a telephone number to be called by from now on, and says little else. */
    static boolean isContact(Scene scene) {
        String number = PhoneNumbers.in(scene.heard.text()).isEmpty() ? "" : contact(scene, scene.heard.text());
        return !number.isEmpty() && scene.heard.plain().length() <= number.length() + MOST_BESIDE;
    }

    /** The number by which somebody wants to be called from now on; empty where words say nothing of it. */
    static String contact(Scene scene, String words) {
        var contact = scene.book.form(REPORT).slots().stream().filter(slot -> slot.kind() instanceof PhoneSlot).findFirst();
        var value = contact.map(slot -> valueOf(words, slot)).orElse("");
        String number = PhoneNumbers.in(value).stream().findFirst().orElse("");
        return number.isEmpty() ? OwnPhone.in(words) : number;
    }

    /** What is said behind one of a slot's labels. */
    private static String valueOf(String text, Slot slot) {
        boolean named = clauses(text).stream()
                .anyMatch(clause -> label(slot.labels(), withoutLead(clause)) > 0 || label(slot.labels(), withoutMine(clause)) > 0);
        return named ? value(text, slot) : "";
    }
}
