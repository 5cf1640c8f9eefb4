package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which slot of the open form a resident puts right, and what it should be, as in 地点不是甲是乙 or 改时间，三天. */
final class Corrections {
    private static final String WHAT = "what";
    private static final String SINCE = "since";
    private static final String TROUBLE = "trouble";
    private static final String NOT = "not";
    private static final String IS = "is";

    private Corrections() {
    }

    /** The slot whose label begins a part of the message; not the one that is asked for. */
    static Optional<Slot> of(Scene scene) {
        return parts(scene).stream().filter(part -> part.isMeant(scene)).flatMap(part -> part.slot().stream()).findFirst();
    }

    /** Whether a message puts right what is being asked for by its label, as 我要改一下地点，是5号楼. */
    static boolean isOfAsked(Scene scene) {
        return asked(scene).filter(slot -> Labelled.in(scene.heard.text(), List.of(slot)).stream().anyMatch(part -> part.isMeant(scene)))
                .isPresent();
    }

    /** Takes what such a message says, and not how it says it; asks again where it says nothing. */
    static void correctAsked(Scene scene, Form form) {
        String value = asked(scene).map(slot -> value(scene.heard.text(), slot)).orElse("");
        if (value.isEmpty()) {
            form.next(scene);
        } else {
            scene.hearing(value, () -> form.fill(scene));
        }
    }

    private static Optional<Slot> asked(Scene scene) {
        return scene.before.form().isEmpty() ? Optional.empty() : scene.book.form(scene.before.form()).slot(scene.before.asking());
    }

    private static List<Labelled> parts(Scene scene) {
        if (scene.before.form().isEmpty()) {
            return List.of();
        }
        var slots = scene.book.form(scene.before.form()).slots().stream()
                .filter(slot -> !slot.name().equals(scene.before.asking())).toList();
        return Labelled.in(scene.heard.text(), slots);
    }

    /** Takes what each part of the message says instead; asks for the first that it only names. */
    static void correct(Scene scene, Form form) {
        var parts = parts(scene);
        var meant = parts.stream().filter(part -> part.isMeant(scene)).toList();
        var named = meant.stream().flatMap(part -> part.slot().stream()).map(Slot::name).collect(Collectors.toSet());
        var unsaid = new ArrayList<Slot>();
        for (var part : parts) {
            if (!meant.contains(part)) {
                aside(scene, form, part.text(), named);
            } else if (!put(scene, form, part.slot().get(), part, named)) {
                unsaid.add(part.slot().get());
            }
        }
        scene.asking = "";
        unsaid.reversed().forEach(slot -> form.forget(scene, slot));
        unsaid.stream().findFirst().ifPresentOrElse(slot -> form.correct(scene, slot), () -> form.next(scene));
    }

    /** Takes what one part of a message says; false where it only says that something is wrong. */
    private static boolean put(Scene scene, Form form, Slot slot, Labelled part, Set<String> named) {
        if (Additions.add(scene, slot, part)) {
            return true;
        }
        var fix = Fix.of(part.text());
        boolean isExchange = slot.name().equals(WHAT)
                ? !isMatter(scene, fix.right())
                : slot.name().equals(PlaceSlot.WHERE)
                        && scene.hearing(fix.right(), () -> scene.place().places().isEmpty() && !PlaceSlot.areHouseParts(scene));
        if (isExchange && !fix.right().isEmpty() && fix.isOf(PlaceSlot.was(scene, slot.name()))) {
            exchange(scene, form, fix);
            return true;
        }
        String first = part.first();
        String value = slot.name().equals(WHAT) ? whole(part.text(), slot) : first.isEmpty() ? value(part.text(), slot) : first;
        value = slot.kind().completed(scene, value, part.text());
        if (value.isEmpty()) {
            return false;
        }
        var before = new HashMap<>(scene.slots);
        slot.kind().forget(scene, slot);
        if (!Boolean.TRUE.equals(scene.hearing(value, () -> slot.kind().answer(scene, slot)))) {
            scene.slots.clear();
            scene.slots.putAll(before);
            return false;
        }
        if (!slot.name().equals(WHAT) && !first.isEmpty()) {
            aside(scene, form, part.beside(), named);
        }
        return true;
    }

    /** Takes what is said beside the parts that name a slot, as 听雨轩的 in 听雨轩的，电话13800001234. */
    private static void aside(Scene scene, Form form, String words, Set<String> named) {
        if (words.isBlank()) {
            return;
        }
        scene.hearing(words, () -> {
            var fix = Fix.of(words);
            if (!fix.right().isEmpty() && isReplacement(scene) && named.stream().noneMatch(slot -> fix.isOf(scene.slot(slot)))) {
                exchange(scene, form, fix);
            } else {
                retake(scene, form, named);
            }
        });
    }

    /** A matter is told to the end of the message. */
    private static String whole(String text, Slot slot) {
        String value = value(text, slot);
        int at = value.isEmpty() ? -1 : text.indexOf(value);
        return at < 0 || Clauses.find(text, at + value.length(), NOT) >= 0 ? value : Clauses.withoutStops(text.substring(at));
    }

    /** What a message says that something should be, whatever it is. */
    static String said(String text) {
        return value(text, List.of());
    }

    /** What a message says that a slot should be; empty where it only says that it is wrong. */
    static String value(String text, Slot slot) {
        return value(text, slot.labels());
    }

    static String value(String text, List<String> labels) {
        String loose = "";
        for (var clause : Clauses.of(text)) {
            String words = clause.of(text);
            String rest = Clauses.labelled(labels, words).orElseGet(() -> Clauses.withoutLead(words));
            rest = Clauses.withoutLead(rest.substring(Clauses.label(labels, rest)));
            int denied = Clauses.find(rest, 0, NOT);
            if (denied > 0 && Clauses.find(rest, Clauses.end(rest, denied, NOT), IS) < 0) {
                // 是5栋不是3栋
                rest = rest.substring(0, denied);
                denied = -1;
            }
            int from = denied < 0 ? 0 : Clauses.find(rest, Clauses.end(rest, denied, NOT), IS);
            if (from >= 0) {
                int is = Clauses.find(rest, from, IS);
                String said = is < 0 ? rest : rest.substring(Clauses.end(rest, is, IS));
                if (is >= 0 && !said.isBlank()) {
                    return said.strip();
                }
                loose = loose.isEmpty() && is < 0 ? rest.strip() : loose;
            }
        }
        return loose;
    }

    /** Takes whatever a message says about place, time or telephone in the place of what was said before. */
    static void amend(Scene scene, Form form) {
        boolean changed = scene.hearing(meant(scene.heard.text()), () -> retake(scene, form, Set.of()));
        if (!changed) {
            scene.say(scene.missed("amended-nothing"));
        }
        scene.asking = "";
        form.next(scene);
    }

    /** Of 不是昨天，是上周 the second half; anything else as it is. */
    private static String meant(String text) {
        String said = Clauses.find(text, 0, NOT) < 0 ? "" : said(text);
        return said.isEmpty() ? text : said;
    }

    /** Takes what a message says of one slot, if it says anything. */
    static void retake(Scene scene, Form form, String slot) {
        form.slot(slot).ifPresent(named -> retake(scene, named));
        scene.asking = slot;
        form.next(scene);
    }

    private static boolean retake(Scene scene, Slot slot) {
        var before = new HashMap<>(scene.slots);
        slot.kind().forget(scene, slot);
        slot.kind().take(scene, slot);
        boolean taken = !scene.slot(slot.name()).isEmpty();
        if (!taken) {
            scene.slots.clear();
            scene.slots.putAll(before);
        }
        return taken;
    }

    private static boolean retake(Scene scene, Form form, Set<String> except) {
        boolean changed = false;
        for (var slot : form.slots()) {
            boolean retaken = slot.kind() instanceof PlaceSlot || slot.kind() instanceof SinceSlot || slot.kind() instanceof PhoneSlot;
            changed |= retaken && !except.contains(slot.name()) && retake(scene, slot);
        }
        return changed;
    }

    /** Takes since when and the telephone that come with what was asked for anew; each was known, and may be another one now. */
    static void beside(Scene scene, Form form, Slot asked) {
        boolean anew = scene.before.slots().keySet().stream().anyMatch(name -> name.equals(Undo.KEPT + asked.name()));
        if (anew && asked.kind() instanceof PlaceSlot) {
            retake(scene, form, Set.of(PlaceSlot.WHERE));
        }
    }

    /** Takes a place that is said while something else is asked, as another one or as more of the same. */
    static void place(Scene scene, Form form) {
        String before = scene.slot(PlaceSlot.WHERE);
        if (scene.place().exact() || PlaceSlot.areHouseParts(scene)) {
            form.slot(PlaceSlot.WHERE).ifPresent(slot -> {
                slot.kind().forget(scene, slot);
                slot.kind().take(scene, slot);
            });
        } else if (PlaceParts.isTown(scene)) {
            PlaceParts.within(scene, form);
        } else {
            scene.slots.put(PlaceSlot.WHERE, before + "，" + WordsSlot.kept(PlaceReader.withoutLead(scene.heard.text())));
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

    /** Whether a message says that a word of the read-back is wrong, or tells the matter anew behind 不对. */
    static boolean isReplacement(Scene scene) {
        var fix = Fix.all(scene.heard.text()).getFirst();
        return fix.wrong().isEmpty()
                ? !fix.right().isEmpty() && !Matters.areOpen(scene) && isMatter(scene, fix.right())
                : List.of(PlaceSlot.WHERE, SINCE).stream().anyMatch(slot -> fix.isOf(PlaceSlot.was(scene, slot)))
                        || fix.isOf(PlaceSlot.was(scene, WHAT)) || Matters.of(scene).stream().anyMatch(fix::isOf);
    }

    private static boolean isMatter(Scene scene, String words) {
        return scene.hearing(words, () -> scene.hears(scene.book.signal(TROUBLE)));
    }

    /** Puts the other words in, and looks again which place that is; asks for what is only said to be wrong. */
    static void replace(Scene scene, Form form) {
        var all = Fix.all(scene.heard.text());
        var fix = all.getFirst();
        if (fix.right().isEmpty()) {
            var wrong = List.of(SINCE, PlaceSlot.WHERE, WHAT).stream().filter(slot -> fix.isOf(scene.slot(slot))).findFirst();
            wrong.flatMap(form::slot).ifPresentOrElse(slot -> form.correct(scene, slot), () -> form.next(scene));
            return;
        }
        if (fix.wrong().isEmpty()) {
            form.slot(WHAT).ifPresent(slot -> slot.kind().forget(scene, slot));
            scene.slots.put(WHAT, WordsSlot.kept(fix.right()));
            scene.hearing(fix.right(), () -> {
                retake(scene, form, Set.of());
            });
        } else {
            all.forEach(each -> exchange(scene, form, each));
            scene.hearing(all.getLast().beside(scene.heard.text()), () -> {
                if (Additions.isTold(scene)) {
                    also(scene);
                }
            });
        }
        scene.asking = "";
        form.next(scene);
    }

    /** Puts the right words for the wrong ones, each number once: in the place, and in the matters. */
    private static void exchange(Scene scene, Form form, Fix said) {
        if (scene.slot(PlaceSlot.WHERE).isEmpty() && said.isOf(PlaceSlot.was(scene, PlaceSlot.WHERE))) {
            PlaceSlot.restore(scene);
        }
        Undo.giveBack(scene, WHAT);
        String where = scene.slot(PlaceSlot.WHERE);
        var fix = said.within(said.isOf(where) ? where : scene.slot(SINCE));
        var except = new HashSet<String>();
        if (fix.isOf(where)) {
            except.add(PlaceSlot.WHERE);
            // 13号 of a road is no day
            except.add(fix.isOf(scene.slot(SINCE)) ? "" : SINCE);
        } else if (!where.isEmpty() && !scene.where(fix.right()).exact()) {
            // another house that was told of is not this one
            except.add(PlaceSlot.WHERE);
        }
        if (fix.isOf(where) && isElsewhere(scene, fix)) {
            int end = WholeWords.find(where, fix.wrong(), 0) + fix.wrong().length();
            Matters.each(scene, matter -> matter.replace(where.substring(0, end), fix.right()));
            PlaceSlot.take(scene, form, fix.right());
        } else {
            Matters.each(scene, fix::exchanged);
            if (fix.isOf(where)) {
                PlaceSlot.take(scene, form, fix.exchanged(where));
            }
        }
        scene.hearing(fix.right(), () -> {
            retake(scene, form, except);
        });
    }

    /** 不是3号楼，是听雨轩3号楼: another place, and not more of the same. */
    private static boolean isElsewhere(Scene scene, Fix fix) {
        return scene.where(fix.right()).exact() && scene.where(fix.wrong()).places().isEmpty();
    }
}
